package by.belparcel.pickuppoints.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the parcel came from.
 *
 * @param batchId with which it comes or came
 * @param etaAt when that batch is expected
 */
public record Origin(
        ParcelSource source,
        @Nullable String batchId,
        @Nullable Instant etaAt) {

    public static Origin courier() {
        return new Origin(ParcelSource.COURIER, null, null);
    }
}
