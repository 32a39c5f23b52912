package by.belparcel.batching.application;

import org.jspecify.annotations.Nullable;

/** Somebody gives a batch up. @param expectedVersion absent = whatever version it has */
public record CancelBatch(String reason, @Nullable Long expectedVersion) {}
