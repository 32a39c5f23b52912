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

    private final long pace;
    private final LinkedHashMap<String, Entry> ready = new LinkedHashMap<>();
    /** In the order in which they fall due, for every wait is equally long. */
    private final LinkedHashMap<String, Entry> held = new LinkedHashMap<>();

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
            Long last = sent.get(trip);
            if (held.containsKey(trip) || (last != null && now - last < pace && !ready.containsKey("p" + trip))) {
                put(held, trip, new Entry(row, batch), false);
            } else {
                put(ready, key(row), new Entry(row, batch), true);
            }
            return;
        }
        if (row.kind() == FeedKind.REMOVED) {
            drop(held, trip);
            drop(ready, "p" + trip);
            drop(ready, "s" + trip);
            sent.remove(trip);
        }
        put(ready, key(row), new Entry(row, batch), true);
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
        if (held.isEmpty()) {
            return -1;
        }
        Long last = sent.get(held.firstEntry().getKey());
        return last == null ? 0 : Math.max(0, last + pace - now);
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
            Map.Entry<String, Entry> first = held.firstEntry();
            drop(held, first.getKey());
            put(ready, key(first.getValue().row()), first.getValue(), true);
        }
    }

    private void put(LinkedHashMap<String, Entry> queue, String key, Entry entry, boolean toEnd) {
        if (toEnd) {
            drop(queue, key);
            queue.put(key, entry);
        } else {
            forget(queue.put(key, entry));
        }
        batches.merge(entry.batch(), 1, Integer::sum);
        weight += entry.row().weight();
    }

    private void drop(LinkedHashMap<String, Entry> queue, String key) {
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
