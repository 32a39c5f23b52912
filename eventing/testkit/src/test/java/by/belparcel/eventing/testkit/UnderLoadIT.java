package by.belparcel.eventing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.inbox.InboxRetention;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class UnderLoadIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("parcels");

    private static final String WEIGH = "addWeightOnParcelWeighed";

    private TestDatabase database;
    private FunctionHarness harness;

    @BeforeEach
    void empty() {
        database = POSTGRES.database();
        database.execute(
                "truncate parcels.parcels, parcels.weighings, eventing.inbox, eventing.idempotency, eventing.outbox");
        harness = FunctionHarness.of(database, new ParcelsFunctions());
    }

    private CommandCall register(String key) {
        return harness.command("registerParcel")
                .as(Principals.shop("s1"))
                .key(key)
                .body("{\"shop_id\":\"s1\",\"weight\":5}");
    }

    @Test // H-17: the cleanup and the commands that renew expired keys do not hinder each other
    void cleansUpWhileTheSameExpiredKeysAreUsedAgain() {
        database.execute("insert into eventing.idempotency (scope, key, fingerprint, status, body, expires_at)"
                + " select e'user-of-s1\\nPOST\\n/parcels', 'k' || i, 'f', 201, '', now() - interval '1 second'"
                + " from generate_series(1, 3000) i");
        InboxRetention retention = new InboxRetention(database.database(), new Settings(Map.of()));

        Mono<Void> cleaning = retention.tick().then(retention.tick()).then(retention.tick());
        Mono<List<HttpReply>> commands =
                Flux.range(1, 200).flatMap(i -> register("k" + i).reply(), 6).collectList();
        List<HttpReply> replies = Mono.zip(commands, cleaning.thenReturn(true))
                .block(Duration.ofSeconds(60))
                .getT1();

        assertThat(replies)
                .hasSize(200)
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        retention.tick().block(Duration.ofSeconds(20));
        assertThat(database.number("select count(*) from eventing.idempotency")).isEqualTo(200);
        assertThat(database.number("select count(*) from parcels.parcels")).isEqualTo(200);
    }

    @ParameterizedTest // callers that go away at any moment: all or nothing, no leaked connection
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void survivesCallersThatGoAwayAtAnyMoment(long seed) {
        Random random = new Random(seed);
        EventRunner runner = EventRunner.of(harness, WEIGH);
        List<EventEnvelope> events = java.util.stream.IntStream.range(0, 300)
                .mapToObj(i -> TestEvents.envelope(new ParcelEvent.Weighed("p" + i, i, null), 1))
                .toList();

        Flux.fromIterable(events)
                .flatMap(
                        event -> runner.run(event)
                                .timeout(Duration.ofNanos(random.nextInt(25_000_000)))
                                .onErrorResume(gone -> Mono.empty()),
                        8)
                .then()
                .block(Duration.ofSeconds(60));
        Held.await(() -> database.borrowedConnections() == 0, "a connection leaked");
        long early = database.number("select count(*) from parcels.weighings");
        assertThat(database.number("select count(*) from eventing.inbox")).isEqualTo(early);
        assertThat(database.number("select count(*) from eventing.outbox")).isEqualTo(early);

        List<EventReply> replies =
                Flux.fromIterable(events).flatMap(runner::run, 8).collectList().block(Duration.ofSeconds(60));
        assertThat(replies)
                .hasSize(300)
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(204));
        assertThat(database.number("select count(*) from parcels.weighings")).isEqualTo(300);
        assertThat(database.number("select count(distinct grams) from parcels.weighings"))
                .isEqualTo(300);
        assertThat(early).as("some were cut off").isLessThan(300);
    }

    @Test // an event that is being handled elsewhere is busy, not broken
    void doesNotCountWaitingForAnotherHandlerAsAFailure() throws Exception {
        EventEnvelope event = TestEvents.envelope(new ParcelEvent.Weighed("p", 1, null), 1);
        try (var connection = database.jdbc();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "insert into eventing.inbox (consumer, event_source, event_id, event_type, partition_key, sequence,"
                            + " status, attempts) values ('" + WEIGH + "', '/belparcel/test', '"
                            + event.metadata().id()
                            + "', '', '', 0, 'PROCESSED', 1)");

            assertThat(harness.deliver(WEIGH, event).status()).isEqualTo(503);
            connection.rollback();
        }
        assertThat(database.number("select count(*) from eventing.inbox_attempts"))
                .isZero();
        assertThat(harness.deliver(WEIGH, event).status()).isEqualTo(204);
    }
}
