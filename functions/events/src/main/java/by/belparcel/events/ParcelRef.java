package by.belparcel.events;

import org.jspecify.annotations.Nullable;

/**
 * One parcel of a batch.
 *
 * @param orderId absent for a parcel that belongs to no known order
 * @param parcelNo 1-based number within the order
 */
public record ParcelRef(@Nullable String orderId, @Nullable Integer parcelNo) {}
