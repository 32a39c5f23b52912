package by.belparcel.batching.application;

import org.jspecify.annotations.Nullable;

/** Somebody takes one order out of a batch or puts it into it. @param expectedVersion absent = whatever version the batch has */
public record PickOrder(
        String orderId, String reason, @Nullable Long expectedVersion) {}
