package by.belparcel.tracking.stream.application;

import by.belparcel.tracking.stream.model.FeedKind;
import by.belparcel.tracking.stream.model.FeedRow;
import by.belparcel.tracking.stream.model.Limits;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one client. Of the positions of a trip only the newest waits, and it waits until a second has passed since the
 * last one; so does the newest status. Used by one thread at a time; times are nanoseconds of one clock.
 */
final class Pending {

    /** @param batch number of the batch that it came with */
    record Entry(FeedRow row, long batch) {}

    private record Due(long at, String trip) implements Comparable<Due> {

        @Override
        public int compareTo(Due other) {
            int order = Long.compare(at - other.at, 0);
            return order == 0 ? trip.compareTo(other.trip) : order;
        }
    }

    private final long pace;
    private final LinkedHashMap<String, Entry> ready = new LinkedHashMap<>();
    private final TreeMap<Due, Entry> held = new TreeMap<>();
    private final Map<String, Long> sent = new HashMap<>();
    private final TreeMap<Long, Integer> batches = new TreeMap<>();
    private long weight;
    private long unique;

    Pending(Limits limits) {
        this.pace = limits.pace().toNanos();
    }

    void add(FeedRow row, long batch, long now) {
        String trip = row.tripId();
        if (row.kind() == FeedKind.POSITION) {
            Due due = dueOf(trip);
            if (due != null && (held.containsKey(due) || (due.at() - now > 0 && !ready.containsKey("p" + trip)))) {
                put(held, due, new Entry(row, batch));
            } else {
                put(ready, key(row), new Entry(row, batch));
            }
            return;
        }
        if (row.kind() == FeedKind.REMOVED) {
            Due due = dueOf(trip);
            if (due != null) {
                drop(held, due);
            }
            drop(ready, "p" + trip);
            drop(ready, "s" + trip);
            sent.remove(trip);
        }
        put(ready, key(row), new Entry(row, batch));
    }

    /** When the trip may be told of again, null when it never was; a position that is held has no newer one before it. */
    private @Nullable Due dueOf(String trip) {
        Long last = sent.get(trip);
        return last == null ? null : new Due(last + pace, trip);
    }

    /** The next one that may go, null when there is none now. */
    @Nullable
    Entry poll(long now) {
        release(now);
        if (ready.isEmpty()) {
            return null;
        }
        Map.Entry<String, Entry> first = ready.firstEntry();
        drop(ready, first.getKey());
        FeedRow row = first.getValue().row();
        if (row.kind() == FeedKind.POSITION) {
            sent.put(row.tripId(), now);
        }
        return first.getValue();
    }

    boolean hasReady(long now) {
        release(now);
        return !ready.isEmpty();
    }

    /** Nanoseconds until the first held one may go, -1 when none is held. */
    long due(long now) {
        return held.isEmpty() ? -1 : Math.max(0, held.firstKey().at() - now);
    }

    /** The oldest batch of which something waits, null when nothing waits. */
    @Nullable
    Long oldest() {
        return batches.isEmpty() ? null : batches.firstKey();
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    /** Bytes that wait, roughly. */
    long weight() {
        return weight;
    }

    void clear() {
        ready.clear();
        held.clear();
        batches.clear();
        weight = 0;
    }

    private void release(long now) {
        while (!held.isEmpty() && due(now) == 0) {
            Map.Entry<Due, Entry> first = held.firstEntry();
            drop(held, first.getKey());
            put(ready, key(first.getValue().row()), first.getValue());
        }
    }

    private <K> void put(Map<K, Entry> queue, K key, Entry entry) {
        drop(queue, key);
        queue.put(key, entry);
        batches.merge(entry.batch(), 1, Integer::sum);
        weight += entry.row().weight();
    }

    private <K> void drop(Map<K, Entry> queue, K key) {
        forget(queue.remove(key));
    }

    private void forget(@Nullable Entry entry) {
        if (entry != null) {
            batches.merge(entry.batch(), -1, (count, one) -> count + one == 0 ? null : count + one);
            weight -= entry.row().weight();
        }
    }

    /** Changes of a trip and alerts are no states: none replaces another. */
    private String key(FeedRow row) {
        return switch (row.kind()) {
            case POSITION -> "p" + row.tripId();
            case STATUS -> "s" + row.tripId();
            case REMOVED -> "r" + row.tripId();
            case TRIP, ALERT -> "x" + unique++;
        };
    }
}
