package by.belparcel.trips.assigning;

import static by.belparcel.trips.TripScene.carrier;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestEvents;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.ReassignCommand;
import by.belparcel.kernel.Availability;
import by.belparcel.trips.PickUps;
import by.belparcel.trips.TripScene;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reassignment races: operators, drivers, timers and carriers that come and go act on a few trips and a few carriers at the same
 * time, in an order that the database decides. Whatever happens, the table never shows two drivers of one trip or two trips of
 * one driver, and the trip says the same as its assignment.
 */
class RacesIT {

    private static final int TRIPS = 4;
    private static final int CARRIERS = 6;
    private static final int ACTIONS = 90;
    private static final int AT_ONCE = 10;

    private static final Set<String> SEEN = new TreeSet<>();

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripScene scene;

    @BeforeEach
    void start() {
        scene = new TripScene(POSTGRES.database(), Map.of("BELPARCEL_TRIPS_AUTOMATIC_REASSIGNMENTS_MAX", "1000"));
        scene.clear();
    }

    @RepeatedTest(8) // D1, D6, D9, D19, R-102: exactly one live assignment of a trip, one trip of a carrier
    void neverGivesATripToTwoCarriersOrACarrierTwoTrips(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int number = 1; number <= CARRIERS; number++) {
            scene.online(number);
        }
        List<TripRecord> trips = new ArrayList<>();
        for (int i = 0; i < TRIPS; i++) {
            trips.add(scene.aPlannedTrip(5));
        }

        List<Mono<Integer>> actions = new ArrayList<>();
        for (int i = 0; i < ACTIONS; i++) {
            actions.add(action(random, trips.get(random.nextInt(TRIPS)), 1 + random.nextInt(CARRIERS)));
        }
        List<Integer> answers = Objects.requireNonNull(Flux.fromIterable(actions)
                .flatMap(a -> a, AT_ONCE)
                .collectList()
                .block(Duration.ofSeconds(60)));
        assertThat(answers)
                .hasSize(ACTIONS)
                .allSatisfy(status -> assertThat(status).isBetween(200, 499));
        check();
        scene.harness().deliver();
        check();
        SEEN.addAll(scene.database()
                .texts("select distinct state || coalesce(' ' || left(end_reason, 9), '') from trips.assignment"));
    }

    /** A race in which nothing happened would prove nothing. */
    @AfterAll
    static void everythingHappened() {
        assertThat(SEEN)
                .contains("OFFERED", "CONFIRMED", "EXPIRED NO_ANSWER", "REVOKED MANUAL", "REJECTED no time")
                .anyMatch(end -> end.equals("COMPLETED HANDOVER") || end.startsWith("REVOKED CONTINUE"));
    }

    /** One thing that somebody does, whatever the state is. @return the status of the answer */
    private Mono<Integer> action(Random random, TripRecord trip, int number) {
        String tripId = trip.id();
        String batchId = trip.batches().getFirst().id();
        String orderId = trip.batches().getFirst().orderIds().getFirst();
        return switch (random.nextInt(11)) {
            case 0, 1 -> reassign(tripId, number);
            case 2 -> driver("confirmTrip", tripId, number, Map.of());
            case 3 -> driver("rejectTrip", tripId, number, Map.of("reason", "no time"));
            case 4 -> expire(tripId);
            case 5 -> Mono.defer(() -> new PickUps(scene).pickUp(tripId, asked(tripId, number)));
            case 6 -> deactivate(number);
            case 7 -> takeOver(tripId, number, Map.of("order_id", orderId));
            case 8, 9 -> takeOver(tripId, number, Map.of("batch_id", batchId));
            default -> comeOnline(number);
        };
    }

    /** The operator looks, thinks, and sends; the command is carried out by whoever delivers it first. */
    private Mono<Integer> reassign(String tripId, int number) {
        return Mono.defer(() -> scene.harness()
                .command("reassignTrip")
                .as(Principals.operator())
                .path("id", tripId)
                .body(Map.of(
                        "new_carrier_id", carrier(number),
                        "reason", "because I can",
                        "expected_version", version(tripId),
                        "handover_place", Map.of("lat", 53.84, "lng", 27.64)))
                .reply()
                .flatMap(reply -> reply.status() == 202
                        ? deliver(reply.text("reassignment_id")).thenReturn(202)
                        : Mono.just(reply.status())));
    }

    private Mono<Integer> deliver(String requestId) {
        return Mono.defer(() -> scene.harness().emitted().stream()
                .filter(event -> event.json().path("command_id").asString("").equals(requestId)
                        && event.is(ReassignCommand.Requested.TYPE))
                .findFirst()
                .map(event -> scene.reply("reassignTripOnRequested", event.envelope()))
                .orElseGet(() -> Mono.just(204)));
    }

    /** Mostly the driver who is asked, sometimes another one. */
    private Mono<Integer> driver(String function, String tripId, int number, Map<String, Object> body) {
        return Mono.defer(() -> scene.harness()
                .command(function)
                .as(Principals.carrier(asked(tripId, number)))
                .path("id", tripId)
                .body(body)
                .reply()
                .map(reply -> reply.status()));
    }

    /** Scans and completes, in two commands between which anything may happen. */
    private Mono<Integer> takeOver(String tripId, int number, Map<String, Object> box) {
        return driver("scanBoxes", tripId, number, box)
                .then(Mono.defer(() -> driver("completeHandover", tripId, number, Map.of())));
    }

    private String asked(String tripId, int otherwise) {
        List<String> asked = scene.database().texts("""
                select carrier_id::text from trips.assignment
                where trip_id = ?::uuid and state in ('OFFERED', 'CONFIRMED', 'HANDOVER') order by attempt desc
                """, tripId);
        return asked.isEmpty() || otherwise == CARRIERS ? carrier(otherwise) : asked.getFirst();
    }

    private Mono<Integer> expire(String tripId) {
        return Mono.defer(() -> {
            List<String> offers = scene.database()
                    .texts(
                            "select id::text from trips.assignment where trip_id = ?::uuid and state = 'OFFERED'",
                            tripId);
            return offers.isEmpty()
                    ? Mono.just(204)
                    : scene.reply(
                            "expireOfferOnConfirmTimeout",
                            TestEvents.envelope(
                                    new PlatformEvent.TimerFired(
                                            "t", "assignment.confirm", offers.getFirst(), now(), now()),
                                    0));
        });
    }

    /** An offer that crosses it is answered 503: the platform brings the event again. */
    private Mono<Integer> deactivate(int number) {
        return Mono.defer(() -> scene.reply(
                        "reassignTripsOnCarrierDeactivated",
                        TestEvents.envelope(
                                new CarrierEvent.Deactivated(
                                        carrier(number), "a test", "admin", number % 2 == 0, now()),
                                0)))
                .flatMap(status -> status == 503 ? deactivate(number) : Mono.just(status));
    }

    private Mono<Integer> comeOnline(int number) {
        return Mono.defer(() -> scene.reply(
                        "offerTripsOnCarrierActivated",
                        TestEvents.envelope(new CarrierEvent.Activated(carrier(number), "a test", "admin", now()), 0))
                .then(Mono.defer(() -> scene.reply(
                        "offerTripsOnAvailabilityChanged",
                        TestEvents.envelope(
                                new CarrierEvent.AvailabilityChanged(
                                        carrier(number), Availability.ONLINE, now(), null, null, now()),
                                0)))));
    }

    private long version(String tripId) {
        return scene.database().number("select version from trips.trip where id = ?::uuid", tripId);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What must hold in every committed state. */
    private void check() {
        assertThat(scene.database().rows("""
                select trip_id, count(*) filter (where state in ('OFFERED', 'CONFIRMED')),
                       count(*) filter (where state = 'HANDOVER')
                from trips.assignment group by trip_id
                having count(*) filter (where state in ('OFFERED', 'CONFIRMED')) > 1
                    or count(*) filter (where state = 'HANDOVER') > 1
                """)).as("trips with two drivers").isEmpty();
        assertThat(scene.database().rows("""
                select carrier_id, count(*) from trips.assignment
                where state in ('OFFERED', 'CONFIRMED', 'HANDOVER') group by carrier_id having count(*) > 1
                """)).as("drivers with two trips").isEmpty();
        assertThat(scene.database().rows("""
                select t.number, t.state, t.carrier_id, a.carrier_id, a.state
                from trips.trip t
                left join trips.assignment a on a.trip_id = t.id and a.state in ('OFFERED', 'CONFIRMED')
                where t.assignment_id is distinct from a.id or t.carrier_id is distinct from a.carrier_id
                   or (t.state = 'PLANNED') <> (a.id is null)
                   or (t.state = 'IN_TRANSIT' and a.state <> 'CONFIRMED')
                """))
                .as("trips that say something else than their assignment")
                .isEmpty();
        assertThat(scene.database().rows("""
                select t.number from trips.trip t
                where t.state = 'PLANNED' and not t.needs_manual
                  and not exists (select 1 from trips.search s where s.trip_id = t.id)
                """)).as("trips that nobody looks for").isEmpty();
        assertThat(scene.database().rows("""
                select o.id, count(*)
                from trips.trip t
                cross join lateral jsonb_array_elements(t.batches) b
                cross join lateral jsonb_array_elements_text(b -> 'order_ids') o (id)
                where b ->> 'state' in ('PLANNED', 'PICKED_UP')
                group by o.id having count(*) > 1
                """)).as("orders on two trips").isEmpty();
        assertThat(scene.database().rows("""
                select aggregate_id, aggregate_version, count(*) from eventing.outbox
                where type = 'by.belparcel.trip.reassigned.v1' group by 1, 2 having count(*) > 1
                """))
                .as("two reassignments of one version")
                .isEmpty();
    }
}
