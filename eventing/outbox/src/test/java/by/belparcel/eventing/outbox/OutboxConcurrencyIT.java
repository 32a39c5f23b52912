package by.belparcel.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real threads: writers that wait for each other's aggregates, and several instances of the drain that are killed now and then. */
final class OutboxConcurrencyIT {

    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 400;

    private final OutboxBed bed = new OutboxBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "4, 2", "4, 3"})
    void severalInstancesKeepTheOrderOfEveryKey(int drainers, long seed) throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                long own = seed * 100 + i;
                writers.add(threads.submit(() -> {
                    write(new SplittableRandom(own));
                    return null;
                }));
            }
            List<Future<?>> relays = new ArrayList<>();
            for (int i = 0; i < drainers; i++) {
                DrainRelay relay = new DrainRelay(bed, new SplittableRandom(seed * 1000 + i), 20);
                relays.add(threads.submit(() -> {
                    while (writing.get()) {
                        relay.run();
                    }
                }));
            }
            await(writers);
            writing.set(false);
            await(relays);
        }
        bed.drain().drain().block();
        LogCheck check = bed.check();
        assertThat(check.events()).isGreaterThan(WRITERS * TRANSACTIONS / 2);
        assertThat(check.lost()).isZero();
        assertThat(check.ghosts()).isZero();
        assertThat(check.disordered()).isZero();
        assertThat(bed.number(
                        "select coalesce(sum(n_dead_tup), 0) from pg_stat_user_tables where relname ~ '^outbox_2'"))
                .as("a rolled back insert is the only dead row a log may have")
                .isLessThanOrEqualTo(WRITERS * TRANSACTIONS);
    }

    @Test
    void anInstanceThatFindsEveryShardLockedReturnsAtOnce() throws Exception {
        bed.appendCommitted("a", 1);
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        OutboxDrain slow = bed.drain(OutboxLimits.defaults(), point -> {
            if (point.equals("O3")) {
                claimed.countDown();
                awaitQuietly(released);
            }
        });
        Future<Long> first = slow.drain().toFuture();
        claimed.await();
        assertThat(bed.drain().drain().block()).isZero();
        released.countDown();
        assertThat(first.get()).isOne();
        assertThat(bed.published()).hasSize(1);
    }

    @Test // R-16, M9: the claim of a paused owner is gone, so it cannot mark
    void anOwnerThatLostItsSessionCanOnlyRepeat() throws SQLException {
        bed.appendCommitted("a", 1, 2);
        OutboxDrain woken = bed.drain(OutboxLimits.defaults(), point -> {
            if (point.equals("O3")) {
                terminateOwner();
                assertThat(bed.drain().drain().block()).isEqualTo(2);
            }
        });
        assertThat(woken.drain().map(rows -> "marked").onErrorReturn("failed").block())
                .isEqualTo("failed");
        assertThat(bed.drain().drain().block()).isZero();
        LogCheck check = bed.check();
        assertThat(check.lost()).isZero();
        assertThat(check.disordered()).isZero();
        assertThat(check.doubled()).isEqualTo(2);
        assertThat(bed.number("select count(*) from eventing.outbox_window")).isOne();
    }

    private void terminateOwner() {
        try {
            bed.execute("""
                    select pg_terminate_backend(pid, 5000) from pg_stat_activity
                    where application_name = 'belparcel-outbox' and state = 'idle in transaction'
                      and datname = current_database()""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(SplittableRandom random) throws SQLException {
        try (Connection connection = bed.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < TRANSACTIONS; i++) {
                if (random.nextInt(3) == 0) {
                    connection.createStatement().execute("select pg_current_xact_id()");
                }
                String key = "order-" + random.nextInt(25);
                for (int events = 1 + random.nextInt(3); events > 0; events--) {
                    bed.append(connection, key, next(connection, key));
                }
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
    }

    private static long next(Connection connection, String key) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement("""
                insert into aggregates (id, version) values (?, 1)
                on conflict (id) do update set version = aggregates.version + 1
                returning version""")) {
            next.setString(1, key);
            try (ResultSet version = next.executeQuery()) {
                version.next();
                return version.getLong(1);
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(List<Future<?>> all) throws ExecutionException, InterruptedException {
        for (Future<?> each : all) {
            each.get();
        }
    }
}
