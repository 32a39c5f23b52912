package by.belparcel.orders.application;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wants an order cancelled.
 *
 * @param reasonCode why, in a word
 * @param expectedVersion absent = whatever version it has
 */
public record CancelOrder(
        String reasonCode,
        @Nullable String comment,
        @Nullable Long expectedVersion) {}
