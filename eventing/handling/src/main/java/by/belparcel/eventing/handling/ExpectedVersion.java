package by.belparcel.eventing.handling;

import by.belparcel.eventing.outcome.Rejection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version that a caller has seen: {@code expected_version} in the body (409) or {@code If-Match} (412). */
public final class ExpectedVersion {

    private static final Pattern ETAG = Pattern.compile("\"v?([0-9]{1,18})\"");

    private ExpectedVersion() {}

    /** The optional field of a command's body; null when the caller names none. */
    public static @Nullable Long read(Input body) {
        return body.optionalInteger("expected_version", 1, Long.MAX_VALUE).orElse(null);
    }

    /** Empty when the caller knows the current version, or did not say which one it knows. */
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
