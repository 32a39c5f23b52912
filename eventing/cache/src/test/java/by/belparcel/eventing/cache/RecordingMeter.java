package by.belparcel.eventing.cache;

import by.belparcel.eventing.handling.Meter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what was counted by name and labels. */
final class RecordingMeter implements Meter {

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    @Override
    public void count(String name, String... labels) {
        counts.computeIfAbsent(name + String.join(",", labels), any -> new AtomicInteger())
                .incrementAndGet();
    }

    @Override
    public void observe(String name, double seconds, String... labels) {
        count(name, labels);
    }

    int requests(String result) {
        return value("belparcel_cache_requests_total", "cache", "answers", "result", result);
    }

    int redis(String result) {
        return value("belparcel_cache_redis_total", "result", result);
    }

    private int value(String name, String... labels) {
        AtomicInteger count = counts.get(name + String.join(",", labels));
        return count == null ? 0 : count.get();
    }
}
