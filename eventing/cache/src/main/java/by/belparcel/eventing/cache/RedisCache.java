package by.belparcel.eventing.cache;

import by.belparcel.eventing.handling.Meter;
import io.lettuce.core.KeyValue;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shared cache in one Redis. Every call is bounded in time, and a Redis that fails again and again is left alone. */
final class RedisCache implements SharedCache {

    private static final String PREFIX = "belparcel:";

    /** Longer than any answer lives, so that an answer never outlives the stamps it was loaded under. */
    private static final Duration STAMP_LIFE = Duration.ofDays(1);

    private final RedisLink link;
    private final Breaker breaker;
    private final CacheTerms terms;
    private final Supplier<String> stamps;
    private final Meter meter;

    /** @param stamps texts that never repeat */
    RedisCache(RedisLink link, Breaker breaker, CacheTerms terms, Supplier<String> stamps, Meter meter) {
        this.link = link;
        this.breaker = breaker;
        this.terms = terms;
        this.stamps = stamps;
        this.meter = meter;
    }

    @Override
    public Mono<Found> find(String key, Set<String> tags) {
        List<String> names = List.copyOf(tags);
        String[] keys = Stream.concat(Stream.of(PREFIX + key), names.stream().map(RedisCache::stampKey))
                .toArray(String[]::new);
        return call(redis -> redis.mget(keys).collectList())
                .map(values -> new Found(
                        values.getFirst().getValueOrElse(null), stampsOf(names, values.subList(1, values.size()))));
    }

    @Override
    public Mono<Found> stamps(Set<String> tags) {
        List<String> names = List.copyOf(tags);
        String[] keys = names.stream().map(RedisCache::stampKey).toArray(String[]::new);
        return call(redis -> redis.mget(keys).collectList()).map(values -> new Found(null, stampsOf(names, values)));
    }

    @Override
    public Mono<Map<String, String>> claim(Set<String> tags, Map<String, String> found) {
        Map<String, String> claimed = new HashMap<>(found);
        List<String> missing =
                tags.stream().filter(tag -> !found.containsKey(tag)).toList();
        if (missing.isEmpty()) {
            return Mono.just(Map.copyOf(claimed));
        }
        missing.forEach(tag -> claimed.put(tag, stamps.get()));
        return call(redis -> Flux.fromIterable(missing)
                        .flatMap(tag -> redis.set(
                                stampKey(tag),
                                bytes(claimed.getOrDefault(tag, "")),
                                SetArgs.Builder.nx().px(STAMP_LIFE)))
                        .count())
                .filter(set -> set == missing.size())
                .map(set -> Map.copyOf(claimed));
    }

    @Override
    public Mono<Void> store(String key, byte[] bytes, long millis) {
        return call(redis -> redis.set(PREFIX + key, bytes, SetArgs.Builder.px(Math.max(1, millis))))
                .then();
    }

    @Override
    public Mono<Boolean> lease(String key) {
        return call(redis -> redis.set(
                        PREFIX + "lease:" + key,
                        bytes("1"),
                        SetArgs.Builder.nx().px(terms.lease()))
                .map(ok -> true)
                .defaultIfEmpty(false));
    }

    @Override
    public Mono<Void> renew(Set<String> tags, boolean hold) {
        SetArgs life = SetArgs.Builder.px(hold ? terms.hold() : STAMP_LIFE);
        String stamp = (hold ? HELD : "") + stamps.get();
        return call(redis -> Flux.fromIterable(tags)
                        .flatMap(tag -> redis.set(stampKey(tag), bytes(stamp), life))
                        .count())
                .then();
    }

    private <T> Mono<T> call(Function<RedisReactiveCommands<String, byte[]>, Mono<T>> command) {
        return Mono.defer(() -> {
            RedisReactiveCommands<String, byte[]> redis = link.commands();
            if (redis == null || !breaker.enter()) {
                meter.count("belparcel_cache_redis_total", "result", redis == null ? "connecting" : "avoided");
                return Mono.empty();
            }
            return Mono.defer(() -> command.apply(redis))
                    .timeout(terms.shared())
                    .doOnSuccess(answer -> {
                        breaker.succeeded();
                        meter.count("belparcel_cache_redis_total", "result", "ok");
                    })
                    .onErrorResume(trouble -> {
                        breaker.failed();
                        String result = trouble instanceof TimeoutException ? "slow" : "failed";
                        meter.count("belparcel_cache_redis_total", "result", result);
                        return Mono.empty();
                    });
        });
    }

    private static Map<String, String> stampsOf(List<String> tags, List<KeyValue<String, byte[]>> values) {
        Map<String, String> stamps = new HashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            KeyValue<String, byte[]> value = values.get(i);
            if (value.hasValue()) {
                stamps.put(tags.get(i), new String(value.getValue(), StandardCharsets.UTF_8));
            }
        }
        return Map.copyOf(stamps);
    }

    private static String stampKey(String tag) {
        return PREFIX + "stamp:" + tag;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
