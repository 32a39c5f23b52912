package by.belparcel.eventing.cache;

import by.belparcel.eventing.handling.Meter;
import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.Settings;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The one cache of a process: those that read and those that invalidate must share it. It is made when it is used for the first
 * time, not when functions are built. With a setting {@code redis.url} ({@code REDIS_URL}) it is shared with other processes.
 */
public final class ProcessCache {

    private final AtomicReference<@Nullable Cache> cache = new AtomicReference<>();

    public Cache of(Services services) {
        return new Lazily(() -> made(services));
    }

    private Cache made(Services services) {
        Cache made = cache.get();
        if (made != null) {
            return made;
        }
        cache.compareAndSet(null, make(services.settings(), services.ids()::next, services.meter()));
        return made(services);
    }

    private record Lazily(Supplier<Cache> made) implements Cache {

        @Override
        public <V> Mono<V> get(CacheKind<V> kind, String id, Set<String> tags, Supplier<Mono<V>> source) {
            return Mono.defer(() -> made.get().get(kind, id, tags, source));
        }

        @Override
        public Mono<Void> invalidate(Set<String> tags) {
            return Mono.defer(() -> made.get().invalidate(tags));
        }

        @Override
        public Mono<Void> hold(Set<String> tags) {
            return Mono.defer(() -> made.get().hold(tags));
        }
    }

    private static Cache make(Settings settings, Supplier<String> ids, Meter meter) {
        CacheTerms terms = CacheTerms.from(settings);
        Moments moments = Moments.real();
        SharedCache shared = settings.find("redis.url")
                .<SharedCache>map(url -> redis(url, terms, moments, ids, meter))
                .orElseGet(SharedCache::none);
        return new ReadThroughCache(terms, shared, meter, moments);
    }

    private static SharedCache redis(String url, CacheTerms terms, Moments moments, Supplier<String> ids, Meter meter) {
        RedisLink link = new RedisLink(url, terms.pause(), moments.nanos());
        Breaker breaker = new Breaker(terms.failures(), terms.pause().toNanos(), moments.nanos());
        return new RedisCache(link, breaker, terms, ids, meter);
    }
}
