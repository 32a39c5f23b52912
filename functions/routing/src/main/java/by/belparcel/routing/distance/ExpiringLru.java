package by.belparcel.routing.distance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what was used last, up to a number and an age. */
final class ExpiringLru<K, V> {

    private record Entry<V>(V value, Instant until) {}

    private final int limit;
    private final Duration life;
    private final Clock clock;
    private final LinkedHashMap<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

    ExpiringLru(int limit, Duration life, Clock clock) {
        this.limit = limit;
        this.life = life;
        this.clock = clock;
    }

    synchronized @Nullable V get(K key) {
        Entry<V> entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        if (!clock.instant().isBefore(entry.until)) {
            entries.remove(key);
            return null;
        }
        return entry.value;
    }

    synchronized void put(K key, V value) {
        entries.put(key, new Entry<>(value, clock.instant().plus(life)));
        if (entries.size() > limit) {
            Map.Entry<K, Entry<V>> eldest = entries.firstEntry();
            entries.remove(eldest.getKey());
        }
    }

    synchronized int size() {
        return entries.size();
    }
}
