package by.belparcel.trips.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version that a caller has seen: {@code expected_version} in the body (409) or {@code If-Match} (412). */
public final class ExpectedVersion {

    private static final Pattern ETAG = Pattern.compile("\"v?([0-9]{1,18})\"");

    private ExpectedVersion() {}

    public static @Nullable Long read(Input body) {
        return body.optionalInteger("expected_version", 1, Long.MAX_VALUE).orElse(null);
    }

    public static Optional<Rejection> conflict(@Nullable Long expected, RequestParameters parameters, long current) {
        if (expected != null && expected != current) {
            return Optional.of(Rejection.versionConflict(current));
        }
        return parameters
                .header("if-match")
                .filter(etag -> !matches(etag.strip(), current))
                .map(etag -> Rejection.of(
                                Rejection.Kind.PRECONDITION_FAILED,
                                "VERSION_CONFLICT",
                                "Somebody else changed it first.")
                        .with("current_version", current));
    }

    private static boolean matches(String etag, long current) {
        Matcher matcher = ETAG.matcher(etag);
        return etag.equals("*") || (matcher.matches() && Long.parseLong(matcher.group(1)) == current);
    }
}
