package by.belparcel.identity.application;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Slow hashing of passwords, off the event loop. */
public interface Passwords {

    Mono<String> hash(String password);

    /** Does the same work when there is no hash, and answers false then. */
    Mono<Boolean> matches(String password, @Nullable String hash);

    /** So many logins at once that this one cannot be answered in time. */
    final class Busy extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Busy() {
            super("Too many passwords are being checked");
        }
    }
}
