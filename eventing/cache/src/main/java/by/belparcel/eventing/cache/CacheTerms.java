package by.belparcel.eventing.cache;

import by.belparcel.eventing.handling.Settings;
import java.time.Duration;

/**
 * Numbers of the cache policy (domain operations.md section 6).
 *
 * @param negative how long "there is none" is remembered
 * @param stale how long after its life an answer still serves, while it is loaded anew or the source fails
 * @param jitter share by which lives differ, so that they do not end together
 * @param trust how long a process believes its memory without asking Redis whether another process has invalidated it
 * @param hold how long a writer's hold lasts: longer than its transaction
 * @param lease how long one process may load while the others wait for its answer
 * @param patience how long the others wait
 * @param shared the longest that Redis may take
 * @param failures so many failures of Redis in a row and it is left alone
 * @param pause so long
 */
public record CacheTerms(
        int entries,
        Duration negative,
        Duration stale,
        double jitter,
        Duration trust,
        Duration hold,
        Duration lease,
        Duration patience,
        Duration shared,
        int failures,
        Duration pause) {

    public static CacheTerms from(Settings settings) {
        return new CacheTerms(
                (int) settings.number("belparcel.cache.entries", 10_000),
                settings.duration("belparcel.cache.negative", Duration.ofSeconds(5)),
                settings.duration("belparcel.cache.stale", Duration.ofSeconds(30)),
                settings.number("belparcel.cache.jitter-percent", 10) / 100.0,
                settings.duration("belparcel.cache.trust", Duration.ofSeconds(1)),
                settings.duration("belparcel.cache.hold", Duration.ofSeconds(2)),
                settings.duration("belparcel.cache.lease", Duration.ofSeconds(2)),
                settings.duration("belparcel.cache.patience", Duration.ofMillis(200)),
                settings.duration("belparcel.cache.redis-timeout", Duration.ofMillis(50)),
                (int) settings.number("belparcel.cache.redis-failures", 5),
                settings.duration("belparcel.cache.redis-pause", Duration.ofSeconds(10)));
    }
}
