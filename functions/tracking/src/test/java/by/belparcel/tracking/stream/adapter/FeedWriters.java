package by.belparcel.tracking.stream.adapter;

import by.belparcel.eventing.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Writers as the ingest is one: lock a trip, append a few rows, think a while, commit; one in ten rolls back. */
public final class FeedWriters {

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 40;
    private static final int TRIPS = 12;

    private final TestDatabase database;
    private final AtomicInteger next = new AtomicInteger();

    /** Trip and number of every committed row. */
    public final Collection<String> committed = new ConcurrentLinkedQueue<>();

    public FeedWriters(TestDatabase database) {
        this.database = database;
    }

    public void prepare() {
        database.execute("truncate tracking.feed, tracking.trip, tracking.carrier_locations");
        database.execute(
                "insert into tracking.trip (trip_id, number, state) select 't' || i, 'n', 'IN_TRANSIT'"
                        + " from generate_series(0, ?) i",
                TRIPS - 1);
    }

    /** Begins to write; the futures end when all is written. */
    public List<Future<?>> start(long seed) {
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = IntStream.range(0, WRITERS)
                .<Future<?>>mapToObj(writer -> pool.submit(() -> {
                    write(new Random(seed * 31 + writer));
                    return null;
                }))
                .toList();
        pool.shutdown();
        return writers;
    }

    public static void join(List<Future<?>> writers) throws InterruptedException, ExecutionException {
        for (Future<?> writer : writers) {
            writer.get();
        }
    }

    private void write(Random random) throws SQLException {
        try (Connection connection = database.jdbc()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < TRANSACTIONS; i++) {
                transaction(connection, random);
            }
        }
    }

    private void transaction(Connection connection, Random random) throws SQLException {
        String trip = "t" + random.nextInt(TRIPS);
        List<String> written = new java.util.ArrayList<>();
        try (Statement lock = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into tracking.feed (kind, trip_id, payload) values ('alert', ?, jsonb_build_object('alert_id', ?))")) {
            if (!lock.execute("select 1 from tracking.trip where trip_id = '" + trip + "' for update")) {
                throw new IllegalStateException("nothing locked");
            }
            for (int row = 0; row <= random.nextInt(3); row++) {
                int number = next.incrementAndGet();
                insert.setString(1, trip);
                insert.setInt(2, number);
                insert.executeUpdate();
                written.add(trip + ":" + number);
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(20_000)));
            }
        }
        if (random.nextInt(10) == 0) {
            connection.rollback();
        } else {
            connection.commit();
            committed.addAll(written);
        }
    }
}
