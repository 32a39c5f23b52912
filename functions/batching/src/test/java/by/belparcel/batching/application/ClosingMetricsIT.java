package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.aBatchedOrder;
import static by.belparcel.batching.BatchFixture.openBatch;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.batching.BatchFixture;
import by.belparcel.batching.adapter.PostgresBatches;
import by.belparcel.batching.adapter.PostgresMembers;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.handling.Emitter;
import by.belparcel.eventing.handling.Meter;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.kernel.BatchCloseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Operations 10: how often batches close and why, and how old they are then. */
class ClosingMetricsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("batching");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> counted = new ArrayList<>();

    @Test
    void countsAClosingOnceHoweverOftenItIsAnnounced() {
        TestDatabase database = POSTGRES.database();
        BatchFixture.empty(database);
        aBatchedOrder(BatchFixture.harness(database));
        String batch = openBatch(database, PVZ);
        database.execute("update batching.batches set oldest_at = oldest_at - interval '600 s'");
        PostgresBatches batches = new PostgresBatches();
        BatchClosing closing = new BatchClosing(batches, new PostgresMembers(), new Recorder());

        database.database()
                .inTransaction(tx -> {
                    Work work = new Work(tx, Instant.now(), new NoTimers(), new NoEmitter(), BatchFixture::id);
                    return batches.lock(tx, List.of(batch))
                            .flatMap(found -> closing.close(work, found.getFirst(), BatchCloseReason.AGE))
                            .flatMap(closed -> closing.announce(work, closed));
                })
                .block(PATIENCE);

        assertThat(counted)
                .containsExactly("belparcel_batch_close_total reason AGE", "belparcel_batch_age_seconds 600");
    }

    private final class Recorder implements Meter {
        @Override
        public void count(String name, String... labels) {
            counted.add(name + " " + String.join(" ", labels));
        }

        @Override
        public void observe(String name, double seconds, String... labels) {
            counted.add(name + " " + (long) seconds / 60 * 60);
        }
    }

    private static final class NoTimers implements Timers {
        @Override
        public Mono<Void> set(String kind, String subject, String dedupeKey, Duration delay) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> cancel(String kind, String dedupeKey) {
            return Mono.empty();
        }
    }

    private static final class NoEmitter implements Emitter {
        @Override
        public void emit(DomainEvent event, long aggregateVersion) {
            // only what is measured counts here
        }

        @Override
        public void repeat(EventEnvelope event, String topic) {
            // nothing is repeated
        }
    }
}
