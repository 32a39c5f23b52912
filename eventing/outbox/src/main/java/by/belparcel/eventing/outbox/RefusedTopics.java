package by.belparcel.eventing.outbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Topics that were refused a moment ago: asking the broker again for each row would cost seconds per row. */
final class RefusedTopics {

    private static final long MEMORY = TimeUnit.SECONDS.toNanos(3);

    private record Refused(String reason, long until) {}

    private final Map<String, Refused> topics = new ConcurrentHashMap<>();

    void add(String topic, String reason) {
        topics.put(topic, new Refused(reason, System.nanoTime() + MEMORY));
    }

    @Nullable
    String reason(String topic) {
        if (topics.isEmpty()) {
            return null;
        }
        Refused refused = topics.get(topic);
        if (refused != null && refused.until - System.nanoTime() < 0) {
            topics.remove(topic);
            return null;
        }
        return refused == null ? null : refused.reason;
    }
}
