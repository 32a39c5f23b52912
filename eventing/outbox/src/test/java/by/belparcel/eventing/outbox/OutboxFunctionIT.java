package by.belparcel.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OutboxFunctionIT {

    private final OutboxBed bed = new OutboxBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void aCallDuringARunJoinsItAndMakesItLookAgain() throws Exception {
        bed.appendCommitted("a", 1);
        CountDownLatch marking = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger marks = new AtomicInteger();
        OutboxFunction function = function(OutboxLimits.defaults(), point -> {
            if (point.equals("O4") && marks.incrementAndGet() == 1) {
                marking.countDown();
                awaitQuietly(go);
            }
        });
        CompletableFuture<Void> first = function.tick().toFuture();
        assertThat(marking.await(20, TimeUnit.SECONDS)).isTrue();
        bed.appendCommitted("b", 1);
        CompletableFuture<Void> second = function.tick().toFuture();
        go.countDown();
        second.get(20, TimeUnit.SECONDS);
        first.get(20, TimeUnit.SECONDS);
        assertThat(bed.published()).extracting(Published::key).containsExactlyInAnyOrder("a", "b");
        bed.appendCommitted("c", 1);
        function.tick().block();
        assertThat(bed.published()).hasSize(3);
    }

    @Test
    void waitsForRetriesThatAreDueSoon() throws SQLException {
        bed.execute(
                "insert into eventing.chaos values (true, '{\"relay_drop_percent\": 100}', clock_timestamp() + interval '150 ms')");
        bed.appendCommitted("a", 1, 2);
        function(OutboxBed.impatient().withBackoff(Duration.ofMillis(120)), point -> {})
                .tick()
                .block();
        assertThat(bed.published()).extracting(Published::version).containsExactly(1L, 2L);
        assertThat(bed.number("select count(*) from eventing.outbox_parked")).isZero();
    }

    @Test
    void aHintDuringTheWaitForARetryIsServedAtOnce() throws Exception {
        bed.execute(
                "insert into eventing.chaos values (true, '{\"relay_drop_percent\": 100}', clock_timestamp() + interval '1 hour')");
        bed.appendCommitted("a", 1);
        CountDownLatch parked = new CountDownLatch(1);
        OutboxFunction function = function(OutboxLimits.defaults().withBackoff(Duration.ofSeconds(5)), point -> {
            if (point.equals("O5")) {
                parked.countDown();
            }
        });
        CompletableFuture<Void> waiting = function.tick().toFuture();
        assertThat(parked.await(20, TimeUnit.SECONDS)).isTrue();
        bed.execute("delete from eventing.chaos");
        bed.appendCommitted("b", 1);
        long start = System.nanoTime();
        CompletableFuture<Void> hint = function.tick().toFuture();
        while (bed.number(
                        "select count(*) from eventing.outbox_log where aggregate_id = 'b' and publishing = 'PUBLISHED'")
                == 0) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
        waiting.get(30, TimeUnit.SECONDS);
        hint.get(30, TimeUnit.SECONDS);
        assertThat(bed.published()).hasSize(2);
    }

    @Test // O5, R-21: n = 200 crashes between the acknowledgement and the mark, and right after the mark
    void everyCrashRepeatsTheSameIdsAndLosesNone() throws SQLException {
        AtomicInteger calls = new AtomicInteger();
        OutboxDrain drain = bed.drain(OutboxLimits.defaults(), point -> {
            boolean crash = point.equals("O3") ? calls.incrementAndGet() % 2 == 1 : false;
            if (crash) {
                throw new IllegalStateException("killed at " + point);
            }
        });
        for (int n = 1; n <= 200; n++) {
            bed.appendCommitted("key-" + n % 10, n);
            assertThat(drain.drain().onErrorReturn(-1L).block()).isEqualTo(-1);
            assertThat(drain.drain().block()).isOne();
        }
        LogCheck check = bed.check();
        assertThat(check).isEqualTo(new LogCheck(200, 0, 0, 200, 0));
    }

    @Test
    void theBacklogIsVisible() throws SQLException {
        OutboxStatus status = new OutboxStatus(bed.database(1), 1_000);
        assertThat(status.read().block()).isEqualTo(new OutboxStatus.Backlog(0, 0, 0, 0, 0));
        bed.appendCommitted("a", 1, 2, 3);
        OutboxStatus.Backlog pending = status.read().block();
        assertThat(pending)
                .isNotNull()
                .extracting(OutboxStatus.Backlog::pending)
                .isEqualTo(3L);
        bed.drain().drain().block();
        assertThat(status.read().block()).isEqualTo(new OutboxStatus.Backlog(0, 0, 0, 0, 0));
        bed.execute(
                "insert into eventing.chaos values (true, '{\"relay_drop_percent\": 100}', clock_timestamp() + interval '1 hour')");
        bed.appendCommitted("a", 4);
        bed.drain().drain().block();
        assertThat(status.read().block()).isEqualTo(new OutboxStatus.Backlog(0, 0, 1, 0, 1));
    }

    private OutboxFunction function(OutboxLimits limits, CrashPoints points) {
        return new OutboxFunction(
                bed.drain(limits, points), new OutboxRetention(bed.database(1), Duration.ofHours(1), 7, 1095), limits);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
