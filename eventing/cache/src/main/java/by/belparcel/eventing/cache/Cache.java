package by.belparcel.eventing.cache;

import java.util.Set;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Remembers answers of a source (domain operations.md section 6). Nothing here fails: trouble of the cache means that the
 * source is asked. Only an error of the source itself is an error, and only when no stale answer is at hand.
 */
public interface Cache {

    /**
     * The remembered answer, or the source's. Concurrent misses of one key ask the source once.
     *
     * @param tags what the answer was made of; {@link #invalidate} of any of them forgets it
     * @param source empty = there is no such thing, which is remembered for a short while too
     */
    <V> Mono<V> get(CacheKind<V> kind, String id, Set<String> tags, Supplier<Mono<V>> source);

    /** Forgets every answer with one of the tags, here at once and in other processes within the term of trust. Never an error. */
    Mono<Void> invalidate(Set<String> tags);

    /**
     * As {@link #invalidate}, and asks the source for the term of holding: for a writer that has not committed yet, so that
     * nobody remembers what is being changed.
     */
    Mono<Void> hold(Set<String> tags);

    /** Remembers nothing. */
    static Cache none() {
        return new Cache() {
            @Override
            public <V> Mono<V> get(CacheKind<V> kind, String id, Set<String> tags, Supplier<Mono<V>> source) {
                return Mono.defer(source);
            }

            @Override
            public Mono<Void> invalidate(Set<String> tags) {
                return Mono.empty();
            }

            @Override
            public Mono<Void> hold(Set<String> tags) {
                return Mono.empty();
            }
        };
    }
}
