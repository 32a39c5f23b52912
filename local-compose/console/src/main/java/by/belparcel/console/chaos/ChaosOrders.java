package by.belparcel.console.chaos;

import by.belparcel.console.counter.Counters;
import by.belparcel.console.counter.Fate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The orders of a run as its pick-up points know them: looked up in the database at most once a second. */
final class ChaosOrders implements Counters.Book {

    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Db db;
    private final String since;
    private Map<String, String> states = Map.of();
    private long readNanos = System.nanoTime() - STALE_NANOS;

    ChaosOrders(Db db, String since) {
        this.db = db;
        this.since = since;
    }

    @Override
    public Optional<Fate> fate(String order) {
        return states().containsKey(order)
                ? Optional.of(Fate.of(Math.floorMod(order.hashCode(), 100)))
                : Optional.empty();
    }

    @Override
    public String state(String order) {
        return states().getOrDefault(order, "UNKNOWN");
    }

    private synchronized Map<String, String> states() {
        if (System.nanoTime() - readNanos >= STALE_NANOS) {
            Map<String, String> read = new HashMap<>();
            try {
                for (Db.Row row :
                        db.rows("select id, state from orders.orders where created_at >= ?::timestamptz", since)) {
                    read.put(row.text("id"), row.text("state"));
                }
                states = read;
            } catch (Db.DbUnavailable e) {
                // It is one of the faults: what was known stays.
            }
            readNanos = System.nanoTime();
        }
        return states;
    }
}
