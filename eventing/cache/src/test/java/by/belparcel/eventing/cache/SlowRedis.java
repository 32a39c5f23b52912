package by.belparcel.eventing.cache;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Takes its time, holds nothing and says that another process loads. */
record SlowRedis(Duration time) implements SharedCache {

    @Override
    public Mono<Found> find(String key, Set<String> tags) {
        return stamps(tags);
    }

    @Override
    public Mono<Found> stamps(Set<String> tags) {
        return Mono.delay(time).map(tick -> new Found(null, Map.of()));
    }

    @Override
    public Mono<Map<String, String>> claim(Set<String> tags, Map<String, String> found) {
        return Mono.delay(time).then(Mono.empty());
    }

    @Override
    public Mono<Void> store(String key, byte[] bytes, long millis) {
        return Mono.delay(time).then();
    }

    @Override
    public Mono<Boolean> lease(String key) {
        return Mono.delay(time).map(tick -> false);
    }

    @Override
    public Mono<Void> renew(Set<String> tags, boolean hold) {
        return Mono.delay(time).then();
    }
}
