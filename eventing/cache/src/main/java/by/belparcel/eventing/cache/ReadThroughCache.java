package by.belparcel.eventing.cache;

import by.belparcel.eventing.cache.SharedCache.Found;
import by.belparcel.eventing.handling.Meter;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/**
 * Memory of the process first, then Redis, then the source. An answer that was invalidated is never served: the process knows
 * its own invalidations at once ({@link TagMarks}) and asks for those of others when its trust has run out.
 */
final class ReadThroughCache implements Cache {

    private static final Duration STEP = Duration.ofMillis(25);

    private final CacheTerms terms;
    private final SharedCache shared;
    private final Meter meter;
    private final Moments moments;
    private final TagMarks marks;
    private final com.github.benmanes.caffeine.cache.Cache<String, Entry> entries;
    private final Map<String, Flight> flights = new ConcurrentHashMap<>();

    ReadThroughCache(CacheTerms terms, SharedCache shared, Meter meter, Moments moments) {
        this.terms = terms;
        this.shared = shared;
        this.meter = meter;
        this.moments = moments;
        this.marks = new TagMarks(moments.nanos());
        this.entries = Caffeine.newBuilder()
                .maximumSize(terms.entries())
                .executor(Runnable::run)
                .build();
    }

    /** What a caller asks for. */
    private record Call<V>(CacheKind<V> kind, String key, Set<String> tags, Supplier<Mono<V>> source) {}

    /** A load that is under way; everybody who asks for the key meanwhile gets its result. */
    private record Flight(long begun, Mono<Optional<Object>> result) {}

    @Override
    public <V> Mono<V> get(CacheKind<V> kind, String id, Set<String> tags, Supplier<Mono<V>> source) {
        Call<V> call = new Call<>(kind, kind.key(id), Set.copyOf(tags), source);
        return Mono.defer(() -> {
            if (marks.held(call.tags())) {
                count(kind, "held");
                return source.get();
            }
            Entry entry = remembered(call);
            if (entry == null) {
                return fetch(call);
            }
            return entry.trusted(moments.now(), terms.trust().toNanos()) ? serve(call, entry) : confirm(call, entry);
        });
    }

    @Override
    public Mono<Void> invalidate(Set<String> tags) {
        return Mono.defer(() -> {
            marks.invalidate(tags);
            return shared.renew(tags, false);
        });
    }

    @Override
    public Mono<Void> hold(Set<String> tags) {
        return Mono.defer(() -> {
            marks.hold(tags, terms.hold().toNanos());
            return shared.renew(tags, true);
        });
    }

    private @Nullable Entry remembered(Call<?> call) {
        Entry entry = entries.getIfPresent(call.key());
        return entry != null && entry.usable(moments.now()) && marks.untouchedSince(entry.begun(), call.tags())
                ? entry
                : null;
    }

    /** Did another process invalidate it? Without Redis nobody knows, so the source is asked. */
    private <V> Mono<V> confirm(Call<V> call, Entry entry) {
        Map<String, String> stamps = entry.stamps();
        if (stamps == null) {
            return fetch(call);
        }
        return SharedCache.optional(shared.stamps(call.tags())).flatMap(found -> {
            if (found.isEmpty() || !SharedCache.agree(stamps, found.get())) {
                return fetch(call);
            }
            Entry confirmed = entry.confirmed(moments.now());
            entries.asMap().computeIfPresent(call.key(), (key, old) -> old == entry ? confirmed : old);
            return serve(call, confirmed);
        });
    }

    private <V> Mono<V> serve(Call<V> call, Entry entry) {
        if (entry.fresh(moments.now())) {
            count(call.kind(), "hit");
        } else {
            count(call.kind(), "stale");
            fetch(call).subscribe(answer -> {}, error -> {});
        }
        return Mono.justOrEmpty(call.kind().type().cast(entry.value()));
    }

    private <V> Mono<V> fetch(Call<V> call) {
        Flight flight = flights.compute(
                call.key(),
                (key, old) -> old != null && marks.untouchedSince(old.begun(), call.tags()) ? old : depart(call));
        return flight.result()
                .flatMap(answer -> Mono.justOrEmpty(answer.map(call.kind().type()::cast)));
    }

    /** Nothing runs before somebody subscribes; then it runs to its end, whoever goes away. */
    private Flight depart(Call<?> call) {
        long begun = marks.now();
        Mono<Optional<Object>> result = load(call, begun)
                // Before anybody has the answer: who asks after having got one is not given the same again.
                .doOnTerminate(
                        () -> flights.computeIfPresent(call.key(), (key, old) -> old.begun() == begun ? null : old))
                .cache();
        return new Flight(begun, result);
    }

    private Mono<Optional<Object>> load(Call<?> call, long begun) {
        return SharedCache.optional(shared.find(call.key(), call.tags())).flatMap(found -> {
            Optional<Entry> there = found.flatMap(answer -> adopt(call, begun, answer));
            if (there.isPresent()) {
                count(call.kind(), "shared");
                return Mono.just(Optional.ofNullable(there.get().value()));
            }
            count(call.kind(), "miss");
            if (found.isEmpty() || found.get().held()) {
                return ask(call, begun, null);
            }
            return shared.lease(call.key())
                    .defaultIfEmpty(true)
                    .flatMap(mine -> mine ? Mono.<Optional<Object>>empty() : wait(call, begun))
                    .switchIfEmpty(Mono.defer(() -> ask(call, begun, found.get().stamps())));
        });
    }

    /** Another process is loading: its answer, or empty when it takes too long. */
    private Mono<Optional<Object>> wait(Call<?> call, long begun) {
        // A Redis that is slower than the steps lets some of them pass; whatever goes wrong here, this process loads
        // itself.
        return Flux.interval(STEP)
                .take(terms.patience().dividedBy(STEP))
                .onBackpressureDrop()
                .concatMap(step -> shared.find(call.key(), call.tags()), 1)
                .concatMap(found -> Mono.justOrEmpty(adopt(call, begun, found)), 1)
                .next()
                .map(entry -> Optional.ofNullable(entry.value()))
                .onErrorResume(trouble -> Mono.empty());
    }

    private <V> Mono<Optional<Object>> ask(Call<V> call, long begun, @Nullable Map<String, String> stamps) {
        long start = moments.now();
        long at = moments.millis();
        return Mono.defer(call.source())
                .map(answer -> Optional.<Object>of(answer))
                .defaultIfEmpty(Optional.empty())
                .flatMap(answer -> {
                    loaded(call.kind(), answer.isEmpty() ? "none" : "ok", start);
                    return Mono.defer(() -> keep(call, begun, at, stamps, answer.orElse(null)))
                            .onErrorResume(trouble -> Mono.empty())
                            .thenReturn(answer);
                })
                .onErrorResume(error -> {
                    loaded(call.kind(), "failed", start);
                    Entry old = remembered(call);
                    if (old == null) {
                        return Mono.error(error);
                    }
                    count(call.kind(), "stale");
                    return Mono.just(Optional.ofNullable(old.value()));
                });
    }

    private Mono<Void> keep(
            Call<?> call, long begun, long at, @Nullable Map<String, String> found, @Nullable Object value) {
        Duration life = value == null ? terms.negative() : call.kind().life();
        long millis = (long)
                (life.toMillis() * (1 + terms.jitter() * (2 * moments.random().getAsDouble() - 1)));
        if (found == null) {
            remember(call, begun, millis, null, value);
            return Mono.empty();
        }
        return SharedCache.optional(shared.claim(call.tags(), found)).flatMap(claimed -> {
            remember(call, begun, millis, claimed.orElse(null), value);
            if (claimed.isEmpty() || !marks.untouchedSince(begun, call.tags())) {
                return Mono.empty();
            }
            byte[] bytes =
                    Frame.of(call.key(), at, millis, claimed.get(), value).bytes();
            return shared.store(call.key(), bytes, millis);
        });
    }

    /** Takes over what another process has stored, if it is whole, fresh and not invalidated since. */
    private Optional<Entry> adopt(Call<?> call, long begun, Found found) {
        byte[] bytes = found.bytes();
        if (bytes == null) {
            return Optional.empty();
        }
        Optional<Frame> frame = Frame.read(call.key(), bytes);
        if (frame.isEmpty()) {
            meter.count("belparcel_cache_redis_total", "result", "garbage");
            return Optional.empty();
        }
        long left = Math.min(frame.get().life(), frame.get().at() + frame.get().life() - moments.millis());
        if (left <= 0 || !SharedCache.agree(frame.get().stamps(), found)) {
            return Optional.empty();
        }
        try {
            Object value = frame.get().as(call.kind().type()).orElse(null);
            return Optional.of(remember(call, begun, left, found.stamps(), value));
        } catch (JacksonException e) {
            meter.count("belparcel_cache_redis_total", "result", "garbage");
            return Optional.empty();
        }
    }

    private Entry remember(
            Call<?> call, long begun, long millis, @Nullable Map<String, String> stamps, @Nullable Object value) {
        long now = moments.now();
        long fresh = now + TimeUnit.MILLISECONDS.toNanos(millis);
        Entry entry = new Entry(value, begun, fresh, fresh + terms.stale().toNanos(), now, stamps);
        entries.asMap().merge(call.key(), entry, (old, mine) -> old.begun() > begun ? old : mine);
        return entry;
    }

    private void loaded(CacheKind<?> kind, String result, long start) {
        meter.count("belparcel_cache_loads_total", "cache", kind.name(), "result", result);
        meter.observe("belparcel_cache_load_seconds", (moments.now() - start) / 1e9, "cache", kind.name());
    }

    private void count(CacheKind<?> kind, String result) {
        meter.count("belparcel_cache_requests_total", "cache", kind.name(), "result", result);
    }
}
