package by.belparcel.carriers.application;

import static by.belparcel.carriers.CarrierFixture.aCarrier;
import static by.belparcel.carriers.CarrierFixture.aCarrierOnShift;
import static by.belparcel.carriers.CarrierFixture.aCheckedCarrier;
import static by.belparcel.carriers.CarrierFixture.anOnlineCarrier;
import static by.belparcel.carriers.CarrierFixture.available;
import static by.belparcel.carriers.CarrierFixture.deactivated;
import static by.belparcel.carriers.CarrierFixture.id;
import static by.belparcel.carriers.CarrierFixture.started;
import static by.belparcel.carriers.CarrierFixture.succeeded;
import static by.belparcel.carriers.CarrierFixture.work;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.carriers.CarriersFunctions;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.Availability;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class ShiftsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("carriers");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = FunctionHarness.of(POSTGRES.database(), new CarriersFunctions());
    }

    @Test
    void startsAShiftOfTwelveHoursAndTellsWhere() {
        String carrier = aCarrier(POSTGRES.database());

        HttpReply reply = work(harness, "startShift", carrier, "{\"lat\": 53.9, \"lng\": 27.55}");

        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        assertThat(reply.text("availability")).isEqualTo("OFFLINE");
        assertThat(reply.text("online_refusal")).isEqualTo("VEHICLE_CHECK_REQUIRED");
        CarrierEvent.ShiftStarted fact = last(CarrierEvent.ShiftStarted.class, carrier);
        assertThat(Duration.between(fact.at(), fact.endsBy())).isEqualTo(Duration.ofHours(12));
        assertThat(fact.vehicle().payloadG()).isEqualTo(800_000);
        assertThat(last(CarrierEvent.AvailabilityChanged.class, carrier).lat()).isEqualTo(53.9);
        assertThat(POSTGRES.database()
                        .number(
                                "select count(*) from eventing.timers where kind = ? and subject = ?",
                                ShiftEnding.TIMER,
                                carrier))
                .isEqualTo(1);
    }

    @Test
    void keepsOneOfManyStartsAtOnce() {
        String carrier = aCarrier(POSTGRES.database());

        List<HttpReply> replies = Objects.requireNonNull(Flux.range(0, 8)
                .flatMap(
                        i -> harness.command("startShift")
                                .as(Principals.carrier(carrier))
                                .body("{}")
                                .reply(),
                        8)
                .collectList()
                .block(Duration.ofSeconds(20)));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("INVALID_STATE"));
        assertThat(facts(CarrierEvent.ShiftStarted.class, carrier)).hasSize(1);
    }

    @Test
    void refusesADeactivatedDriver() {
        String carrier = aCarrier(POSTGRES.database());
        deactivated(POSTGRES.database(), carrier);

        HttpReply reply = work(harness, "startShift", carrier, "{}");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("CARRIER_INACTIVE");
    }

    @ParameterizedTest // lat 91, half a position, nowhere, text
    @ValueSource(
            strings = {
                "{\"lat\": 91, \"lng\": 27}",
                "{\"lat\": 53, \"lng\": -181}",
                "{\"lat\": 53}",
                "{\"lng\": 27}",
                "{\"lat\": 0, \"lng\": 0}",
                "{\"lat\": \"53\", \"lng\": 27}"
            })
    void refusesAPlaceThatIsNone(String body) {
        HttpReply reply = work(harness, "startShift", aCarrier(POSTGRES.database()), body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void endsAShiftAndDemandsRestBeforeTheNext() {
        String carrier = anOnlineCarrier(harness);

        HttpReply ended = succeeded(
                harness.command("endShift").as(Principals.carrier(carrier)).send());

        assertThat(ended.text("availability")).isEqualTo("OFFLINE");
        assertThat(ended.text("online_refusal")).isEqualTo("REST_REQUIRED");
        assertThat(last(CarrierEvent.AvailabilityChanged.class, carrier).availability())
                .isEqualTo(Availability.OFFLINE);
        assertThat(last(CarrierEvent.ShiftEnded.class, carrier).drivenS()).isZero();
        HttpReply next = work(harness, "startShift", carrier, "{}");
        assertThat(next.status()).isEqualTo(422);
        assertThat(next.code()).isEqualTo("REST_REQUIRED");
        assertThat(next.text("until")).isNotEmpty();
        assertThat(POSTGRES.database()
                        .text(
                                "select status from eventing.timers where kind = ? and subject = ?",
                                ShiftEnding.TIMER,
                                carrier))
                .isEqualTo("CANCELLED");
    }

    @Test
    void endsNoShiftThatIsNot() {
        HttpReply reply = harness.command("endShift")
                .as(Principals.carrier(aCarrier(POSTGRES.database())))
                .send();

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("INVALID_STATE");
    }

    @Test
    void endsNoShiftOnTheRoad() {
        String carrier = anOnlineCarrier(harness);
        harness.event("driveOnTripStarted", started(id(), carrier), 3);

        HttpReply reply =
                harness.command("endShift").as(Principals.carrier(carrier)).send();

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("TRIP_IN_PROGRESS");
    }

    @Test // D20: the durable timer ends what nobody ended; fired early it changes nothing
    void endsAForgottenShiftByTimer() {
        String carrier = aCheckedCarrier(harness);
        fire();
        harness.deliver();
        assertThat(facts(CarrierEvent.ShiftEnded.class, carrier)).isEmpty();

        available(harness, carrier, "ONLINE");
        overdue(carrier, "12 hours 1 minute");
        POSTGRES.database()
                .execute("update eventing.timers set status = 'DUE', fired_at = null where subject = ?", carrier);
        fire();
        harness.deliver();

        assertThat(facts(CarrierEvent.ShiftEnded.class, carrier)).hasSize(1);
        assertThat(last(CarrierEvent.AvailabilityChanged.class, carrier).availability())
                .isEqualTo(Availability.OFFLINE);
        assertThat(POSTGRES.database()
                        .number(
                                "select count(*) from carriers.shifts where carrier_id = ?::uuid and ended_at = ends_by",
                                carrier))
                .isEqualTo(1);
    }

    @Test // the timer is late, the rest is over
    void endsAForgottenShiftWhenTheNextOneStarts() {
        String carrier = aCarrierOnShift(harness);
        overdue(carrier, "30 hours");

        assertThat(work(harness, "startShift", carrier, "{}").status()).isEqualTo(201);

        assertThat(facts(CarrierEvent.ShiftEnded.class, carrier))
                .singleElement()
                .satisfies(ended -> assertThat(ended.at())
                        .as("it ended before the next one began")
                        .isBefore(last(CarrierEvent.ShiftStarted.class, carrier).at()));
        assertThat(facts(CarrierEvent.ShiftStarted.class, carrier)).hasSize(2);
        assertThat(POSTGRES.database()
                        .number(
                                "select count(*) from carriers.shifts where carrier_id = ?::uuid and ended_at is null",
                                carrier))
                .isEqualTo(1);
    }

    @Test // the id of the carrier comes from the token
    void knowsNobodyWithoutAClaim() {
        assertThat(work(harness, "startShift", id(), "{}").code()).isEqualTo("CARRIER_NOT_FOUND");
        assertThat(work(harness, "startShift", "not-a-uuid", "{}").code()).isEqualTo("CARRIER_NOT_FOUND");
        assertThat(harness.command("startShift")
                        .as(Principals.admin())
                        .body("{}")
                        .send()
                        .status())
                .isEqualTo(403);
    }

    private void overdue(String carrier, String age) {
        POSTGRES.database().execute("""
                update carriers.carriers
                set shift_started_at = shift_started_at - ?::interval, shift_ends_by = shift_ends_by - ?::interval
                where id = ?::uuid
                """, age, age, carrier);
        POSTGRES.database().execute("""
                update carriers.shifts set started_at = started_at - ?::interval, ends_by = ends_by - ?::interval
                where carrier_id = ?::uuid
                """, age, age, carrier);
    }

    private void fire() {
        harness.fireTimers(
                ShiftEnding.TIMER,
                (id, kind, subject, dueAt) -> new PlatformEvent.TimerFired(id, kind, subject, dueAt, dueAt));
    }

    private <E extends CarrierEvent> E last(Class<E> type, String carrier) {
        return facts(type, carrier).getLast();
    }

    private <E extends CarrierEvent> List<E> facts(Class<E> type, String carrier) {
        return Facts.of(harness, type, carrier);
    }
}
