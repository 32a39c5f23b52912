package by.belparcel.eventing.cache;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What processes share. Nothing here is an error: empty means "not at hand", for whatever reason. Each tag has a stamp, a
 * random text that changes when the tag is invalidated; a stored answer names the stamps under which it was loaded.
 */
interface SharedCache {

    /**
     * What is stored at a key now.
     *
     * @param bytes null = nothing
     * @param stamps stamp of each tag; a tag without one is absent
     */
    record Found(byte @Nullable [] bytes, Map<String, String> stamps) {

        /** A writer is at work: remember nothing. */
        boolean held() {
            return stamps.values().stream().anyMatch(stamp -> stamp.startsWith(HELD));
        }
    }

    /** Stamps that begin so are a writer's hold. */
    String HELD = "!";

    Mono<Found> find(String key, Set<String> tags);

    /** As {@link #find}, without the answer. */
    Mono<Found> stamps(Set<String> tags);

    /** The stamps that were found, with a new one for each tag that had none; empty when another process was quicker. */
    Mono<Map<String, String>> claim(Set<String> tags, Map<String, String> found);

    Mono<Void> store(String key, byte[] bytes, long millis);

    /** Whether this process shall load; another that was first does it otherwise. Empty counts as yes. */
    Mono<Boolean> lease(String key);

    /** Gives the tags new stamps. */
    Mono<Void> renew(Set<String> tags, boolean hold);

    /** For a process on its own. */
    static SharedCache none() {
        return new SharedCache() {
            @Override
            public Mono<Found> find(String key, Set<String> tags) {
                return Mono.empty();
            }

            @Override
            public Mono<Found> stamps(Set<String> tags) {
                return Mono.empty();
            }

            @Override
            public Mono<Map<String, String>> claim(Set<String> tags, Map<String, String> found) {
                return Mono.empty();
            }

            @Override
            public Mono<Void> store(String key, byte[] bytes, long millis) {
                return Mono.empty();
            }

            @Override
            public Mono<Boolean> lease(String key) {
                return Mono.empty();
            }

            @Override
            public Mono<Void> renew(Set<String> tags, boolean hold) {
                return Mono.empty();
            }
        };
    }

    /** Whether an answer that was loaded under these stamps is still good. */
    static boolean agree(Map<String, String> loaded, Found found) {
        return !loaded.isEmpty() && loaded.equals(found.stamps()) && !found.held();
    }

    /** For chains that go on when nothing is at hand. */
    static <T> Mono<Optional<T>> optional(Mono<T> maybe) {
        return maybe.map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
