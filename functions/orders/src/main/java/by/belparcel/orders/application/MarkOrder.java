package by.belparcel.orders.application;

import org.jspecify.annotations.Nullable;

/**
 * An operator says what became of an order.
 *
 * @param noteCode why, in a word
 * @param parcelNo 1-based, absent = the whole order
 * @param warehouseId where it came back to, absent = the warehouse that sent it
 * @param expectedVersion absent = whatever version it has
 */
public record MarkOrder(
        @Nullable String noteCode,
        @Nullable Integer parcelNo,
        @Nullable String warehouseId,
        @Nullable Long expectedVersion) {}
