package by.belparcel.pickuppoints.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the parcel left the point.
 *
 * @param issuedAt to the client
 * @param returnedAt back from the client
 * @param reason why the client brought it back or refused it
 */
public record Leaving(
        @Nullable Instant issuedAt,
        @Nullable Instant returnedAt,
        @Nullable String reason) {

    /** Of a parcel that has not left. */
    public static final Leaving NOT_YET = new Leaving(null, null, null);
}
