package by.belparcel.batching.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The version that a caller has seen: {@code expected_version} in the body (409) or {@code If-Match} (412). */
final class ExpectedVersion {

    private ExpectedVersion() {}

    static @Nullable Long read(Input body) {
        return body.optionalInteger("expected_version", 1, Long.MAX_VALUE).orElse(null);
    }

    static Optional<Rejection> conflict(@Nullable Long expected, RequestParameters parameters, long current) {
        if (expected != null && expected != current) {
            return Optional.of(Rejection.versionConflict(current));
        }
        return parameters
                .header("if-match")
                .map(String::strip)
                .filter(tag ->
                        !tag.equals("*") && !tag.equals("\"" + current + "\"") && !tag.equals("\"v" + current + "\""))
                .map(tag -> Rejection.of(
                                Rejection.Kind.PRECONDITION_FAILED,
                                "VERSION_CONFLICT",
                                "Somebody else changed it first.")
                        .with("current_version", current));
    }
}
