package by.belparcel.batching.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody puts two closed batches together.
 *
 * @param batchIds two; the first one stays
 * @param expectedVersion of the first one, absent = whatever version it has
 */
public record MergeBatches(
        List<String> batchIds, String reason, @Nullable Long expectedVersion) {}
