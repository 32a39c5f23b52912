package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Optional;

/** The conditional header of a change: {@code If-Match: "v3"}. */
final class IfMatch {

    private IfMatch() {}

    /** 412 when the header names another version; a request without it is not conditional. */
    static Optional<Rejection> stale(RequestParameters parameters, long version) {
        return parameters
                .header("if-match")
                .filter(tag ->
                        !tag.equals("*") && !tag.equals("\"v" + version + "\"") && !tag.equals("\"" + version + "\""))
                .map(tag -> Rejection.of(
                                Rejection.Kind.PRECONDITION_FAILED,
                                "VERSION_CONFLICT",
                                "Somebody else changed it first.")
                        .with("current_version", version));
    }
}
