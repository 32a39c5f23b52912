package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.pickuppoints.application.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A point is suspended, works again or is given up.
 *
 * @param until of a suspension, null = until somebody resumes it
 * @param reason 3 to 500 characters
 */
public record SettlePoint(
        @Nullable Instant until,
        @Nullable String reason,
        @Nullable Long expectedVersion) {

    /** The body of {@code :suspend}. */
    public static SettlePoint readSuspension(Input body, RequestParameters parameters) {
        if (!body.has("reason")) {
            body.reject("reason", "REQUIRED", "is required", null, null);
        }
        return new SettlePoint(
                Fields.time(body, "until").orElse(null),
                PointFields.reason(body, parameters).orElse(null),
                ExpectedVersion.read(body));
    }

    /** The body of {@code :resume} and {@code :close}. */
    public static SettlePoint read(Input body, RequestParameters parameters) {
        return new SettlePoint(null, PointFields.reason(body, parameters).orElse(null), ExpectedVersion.read(body));
    }
}
