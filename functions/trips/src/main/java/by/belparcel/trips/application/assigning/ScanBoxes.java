package by.belparcel.trips.application.assigning;

import org.jspecify.annotations.Nullable;

/** A box is in the other vehicle: one order, or all orders of a batch. Exactly one of both is given. */
public record ScanBoxes(@Nullable String orderId, @Nullable String batchId) {}
