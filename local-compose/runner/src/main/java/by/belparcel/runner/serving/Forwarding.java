package by.belparcel.runner.serving;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a request is passed on: its path and query for the service, changes of its headers and of the answer's, and a limit below the
 * service's own (none = the service's).
 */
public record Forwarding(
        String uri,
        Consumer<MultiMap> request,
        Consumer<MultiMap> response,
        @Nullable Duration timeout) {

    /** The path alone changes. */
    public static Forwarding to(String uri) {
        return new Forwarding(uri, headers -> {}, headers -> {}, null);
    }
}
