package by.belparcel.batching.application;

import org.jspecify.annotations.Nullable;

/** Somebody wants a batch closed. @param expectedVersion absent = whatever version it has */
public record CloseBatch(@Nullable Long expectedVersion) {}
