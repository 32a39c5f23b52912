package by.belparcel.batching.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody puts some orders of a batch into a batch of their own. @param expectedVersion absent = whatever version it has */
public record SplitBatch(
        List<String> orderIds, String reason, @Nullable Long expectedVersion) {}
