package by.belparcel.batching.application;

/** @param batch the new one @param rest what stayed */
public record SplitResult(BatchView batch, BatchView rest) {}
