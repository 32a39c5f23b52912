package by.belparcel.eventing.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.inbox.InboxMetrics.Delivery;
import by.belparcel.eventing.inbox.InboxRetention;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

class EventPipelineIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("parcels");

    private static final String WEIGH = "addWeightOnParcelWeighed";

    private TestDatabase database;
    private FunctionHarness harness;

    @BeforeEach
    void empty() {
        database = POSTGRES.database();
        database.execute(
                "truncate parcels.parcels, parcels.weighings, eventing.inbox, eventing.inbox_attempts, eventing.timers,"
                        + " eventing.outbox");
        database.execute("alter sequence parcels.tries restart");
        harness = FunctionHarness.of(database, new ParcelsFunctions());
    }

    private static EventEnvelope weighed(@Nullable String behaviour) {
        return TestEvents.envelope(new ParcelEvent.Weighed("p1", 100, behaviour), 3);
    }

    private long weighings() {
        return database.number("select count(*) from parcels.weighings");
    }

    private String code(EventReply reply) {
        String text = new String(reply.body(), StandardCharsets.UTF_8);
        return text.substring("{\"code\":\"".length(), text.indexOf('"', 9));
    }

    @Test // domain operations.md 4: an attempt fails and is retried, nothing is lost
    void failsWhileTheChaosKnobWantsItAndAppliesTheRetryAfterwards() {
        EventEnvelope event = weighed(null);
        database.execute("""
                insert into eventing.chaos (settings, expires_at)
                values ('{"consumer_fail_percent": 100}', now() + interval '1 minute')""");
        EventReply failed = harness.deliver(WEIGH, event);
        database.execute("delete from eventing.chaos");
        EventReply applied = harness.deliver(WEIGH, event);

        assertThat(failed.status()).isEqualTo(503);
        assertThat(applied.status()).isEqualTo(204);
        assertThat(weighings()).isEqualTo(1);
    }

    @Test
    void emitsFactsCausedByTheEvent() {
        EventEnvelope event = weighed(null);
        harness.deliver(WEIGH, event);

        assertThat(harness.emitted()).singleElement().satisfies(fact -> {
            assertThat(fact.metadata().causationId()).isEqualTo(event.metadata().id());
            assertThat(fact.metadata().correlationId())
                    .isEqualTo(event.metadata().correlationId());
            assertThat(fact.metadata().source()).isEqualTo("/belparcel/" + WEIGH);
            assertThat(fact.metadata().sequence()).isEqualTo(4);
            assertThat(fact.as(ParcelEvent.Corrected.TYPE)).isEqualTo(new ParcelEvent.Corrected("p1", 100));
        });
        assertThat(database.rows("select status, attempts, partition_key, sequence from eventing.inbox"))
                .containsExactly(List.of("PROCESSED", "1", "p1", "3"));
    }

    @Test // domain 4.4: stale or not allowed is acknowledged and remembered
    void remembersWhatItIgnored() {
        EventEnvelope event = weighed("stale");

        EventReply reply = harness.deliver(WEIGH, event);
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.result()).isEqualTo(Delivery.IGNORED);
        assertThat(database.rows("select status, reason from eventing.inbox"))
                .containsExactly(List.of("IGNORED", "STALE"));
        assertThat(harness.deliver(WEIGH, event).result()).isEqualTo(Delivery.DUPLICATE);
    }

    @Test
    void sendsPoisonAwayAtOnceAndKeepsNothingButTheAttempt() {
        EventReply reply = harness.deliver(WEIGH, weighed("poison"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(code(reply)).isEqualTo("TEMPLATE_NOT_FOUND");
        assertThat(weighings()).isZero();
        assertThat(harness.emitted()).isEmpty();
        assertThat(database.number("select count(*) from eventing.inbox")).isZero();
        assertThat(database.rows("select attempts, code from eventing.inbox_attempts"))
                .containsExactly(List.of("1", "TEMPLATE_NOT_FOUND"));
    }

    @Test
    void parksAnEventAtItsFifthFailureByItsOwnCount() {
        EventEnvelope event = weighed("broken");

        for (int i = 1; i < 5; i++) {
            assertThat(harness.deliver(WEIGH, event).status())
                    .as("attempt %s", i)
                    .isEqualTo(503);
        }
        EventReply fifth = harness.deliver(WEIGH, event);

        assertThat(fifth.status()).isEqualTo(422);
        assertThat(fifth.result()).isEqualTo(Delivery.PARKED);
        assertThat(weighings()).isZero();
        assertThat(database.number("select attempts from eventing.inbox_attempts"))
                .isEqualTo(5);
    }

    @Test
    void countsAgainForANewRedriveOnly() {
        EventEnvelope event = weighed("broken");
        for (int i = 0; i < 6; i++) {
            harness.deliver(WEIGH, event);
        }

        assertThat(harness.deliver(WEIGH, TestEvents.redriven(event, WEIGH, "r1"))
                        .status())
                .isEqualTo(503);
        assertThat(harness.deliver(WEIGH, TestEvents.redriven(event, WEIGH, "r1"))
                        .status())
                .isEqualTo(503);
        assertThat(database.number("select attempts from eventing.inbox_attempts"))
                .isEqualTo(2);
        assertThat(harness.deliver(WEIGH, TestEvents.redriven(event, WEIGH, "r2"))
                        .status())
                .isEqualTo(503);
        assertThat(database.number("select attempts from eventing.inbox_attempts"))
                .isEqualTo(1);
    }

    @Test // domain 4.4, STRICT: a gap may close within 30 s
    void waitsForAGapToCloseBeforeItParks() {
        EventEnvelope event = weighed("gap");
        for (int i = 0; i < 7; i++) {
            EventReply reply = harness.deliver(WEIGH, event);
            assertThat(reply.status()).isEqualTo(503);
            assertThat(code(reply)).isEqualTo("SEQUENCE_GAP");
        }
        database.execute("update eventing.inbox_attempts set first_at = now() - interval '31 seconds'");

        assertThat(harness.deliver(WEIGH, event).status()).isEqualTo(422);
        assertThat(weighings()).isZero();
    }

    @Test
    void remembersHowManyAttemptsAnAppliedEventTook() {
        EventEnvelope event = weighed("broken");
        harness.deliver(WEIGH, event);
        harness.deliver(WEIGH, event);
        byte[] mended = "{\"parcel_id\":\"p1\",\"grams\":1}".getBytes(StandardCharsets.UTF_8);

        assertThat(harness.deliver(WEIGH, TestEvents.withData(event, mended)).status())
                .isEqualTo(204);
        assertThat(database.number("select attempts from eventing.inbox")).isEqualTo(3);
    }

    @Test
    void runsATransactionAgainAfterADeadlock() {
        EventReply reply = harness.deliver(WEIGH, weighed("deadlock once"));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(weighings()).isEqualTo(1);
        assertThat(harness.emitted()).hasSize(1);
        assertThat(database.number("select count(*) from eventing.inbox_attempts"))
                .isZero();
    }

    @Test
    void answersLaterWhenTheDatabaseIsAway() {
        try (TestDatabase gone = TestDatabase.with("parcels")) {
            FunctionHarness lost = FunctionHarness.of(gone, new ParcelsFunctions());
            gone.execute("alter table eventing.inbox rename to inbox_away");

            assertThat(lost.deliver(WEIGH, weighed(null)).status()).isEqualTo(503);
            gone.execute("alter table eventing.inbox_away rename to inbox");
            assertThat(lost.deliver(WEIGH, weighed(null)).status()).isEqualTo(204);
        }
    }

    @Test // S-167: a required field must be there, a nullable one need not
    void refusesAMissingField() {
        EventReply reply = harness.deliver(
                WEIGH, TestEvents.withData(weighed(null), "{\"grams\":1}".getBytes(StandardCharsets.UTF_8)));
        EventReply number = harness.deliver(
                WEIGH, TestEvents.withData(weighed(null), "{\"parcel_id\":\"p1\"}".getBytes(StandardCharsets.UTF_8)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("parcel_id");
        assertThat(number.status()).isEqualTo(400);
    }

    @Test
    void refusesAnEventThatIsOlderThanTheInboxRemembers() {
        EventEnvelope old = TestEvents.withTime(weighed(null), Instant.now().minus(Duration.ofDays(31)));

        EventReply reply = harness.deliver(WEIGH, old);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(code(reply)).isEqualTo("EVENT_TOO_OLD");
        assertThat(weighings()).isZero();
    }

    @Test
    void doesNotStartWithARetentionBelowThatOfTheTopics() {
        Settings week = new Settings(Map.of("BELPARCEL_INBOX_RETENTION", "P7D"));

        assertThatThrownBy(() -> new InboxRetention(database.database(), week))
                .hasMessageContaining("belparcel.inbox.retention");
    }

    @Test
    void appliesEveryEventOnceAlthoughAllComeSeveralTimesInAnyOrder() {
        Random random = new Random(48);
        List<EventEnvelope> deliveries = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            EventEnvelope event = TestEvents.envelope(new ParcelEvent.Weighed("p" + i % 7, i, null), i);
            deliveries.addAll(Collections.nCopies(1 + random.nextInt(5), event));
        }
        Collections.shuffle(deliveries, random);
        EventRunner runner = EventRunner.of(harness, WEIGH);

        List<EventReply> replies = Flux.fromIterable(deliveries)
                .flatMap(runner::run, 8)
                .collectList()
                .block(Duration.ofSeconds(60));

        assertThat(replies)
                .hasSize(deliveries.size())
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(204));
        assertThat(weighings()).isEqualTo(100);
        assertThat(database.number("select count(distinct grams) from parcels.weighings"))
                .isEqualTo(100);
        assertThat(harness.emitted()).hasSize(100);
        assertThat(database.borrowedConnections()).isZero();
    }

    @Test // D20
    void firesATimerOnceAndOnlyForItsKind() {
        HttpReply parcel = harness.command("registerParcel")
                .as(Principals.shop("s1"))
                .body("{\"shop_id\":\"s1\",\"weight\":5}")
                .send();
        String id = parcel.text("id");
        assertThat(database.number("select round(extract(epoch from due_at - created_at)) from eventing.timers"))
                .isEqualTo(3600);

        harness.fireTimers("parcel.expiry", (timer, kind, subject, due) -> new ParcelEvent.TimerFired(subject, kind));
        harness.fireTimers("parcel.expiry", (timer, kind, subject, due) -> new ParcelEvent.TimerFired(subject, kind));

        assertThat(harness.emitted(ParcelEvent.TimerFired.TYPE))
                .containsExactly(new ParcelEvent.TimerFired(id, "parcel.expiry"));
        assertThat(harness.deliver()).singleElement().satisfies(delivered -> {
            assertThat(delivered.function()).isEqualTo("expireParcelOnTimer");
            assertThat(delivered.reply().status()).isEqualTo(204);
        });
        assertThat(database.text("select state from parcels.parcels where id = ?", id))
                .isEqualTo("EXPIRED");
        assertThat(harness.event("expireParcelOnTimer", new ParcelEvent.TimerFired(id, "other.kind"), 1)
                        .status())
                .isEqualTo(422);
    }

    @Test // domain 4.9
    void forgetsOldRowsOnly() {
        harness.deliver(WEIGH, weighed(null));
        database.execute(
                "insert into eventing.inbox (consumer, event_source, event_id, event_type, partition_key, sequence, status,"
                        + " attempts, first_seen) select 'c', 's', i::text, 't', 'p', 1, 'PROCESSED', 1, now() - interval '31 days'"
                        + " from generate_series(1, 3000) i");

        new InboxRetention(database.database(), new Settings(Map.of())).tick().block(Duration.ofSeconds(20));

        assertThat(database.number("select count(*) from eventing.inbox")).isEqualTo(1);
    }
}
