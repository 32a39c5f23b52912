package by.belparcel.eventing.cache;

import java.time.Duration;

/**
 * One kind of remembered answer.
 *
 * @param name label of its metrics
 * @param schema raised when the form of the answer changes: two releases may share one Redis
 * @param type a record that JSON carries without loss
 * @param life how long an answer is fresh, before jitter
 */
public record CacheKind<V>(String name, int schema, Class<V> type, Duration life) {

    String key(String id) {
        return name + ':' + id + ":v" + schema;
    }
}
