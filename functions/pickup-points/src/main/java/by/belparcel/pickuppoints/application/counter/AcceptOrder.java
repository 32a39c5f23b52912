package by.belparcel.pickuppoints.application.counter;

import by.belparcel.kernel.Money;
import by.belparcel.pickuppoints.model.ParcelName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that somebody brings to the point.
 *
 * @param packaging as it stands in the request
 * @param pvzId for callers that are bound to no point
 */
public record AcceptOrder(
        ParcelName name,
        @Nullable String userId,
        @Nullable Instant storageUntil,
        @Nullable String packaging,
        @Nullable Integer weightG,
        @Nullable Money price,
        @Nullable String cell,
        @Nullable String pvzId) {}
