package by.belparcel.batching.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody moves orders into another batch of the same way. @param expectedVersion of the batch that they leave */
public record MoveOrders(
        List<String> orderIds,
        String toBatchId,
        String reason,
        @Nullable Long expectedVersion) {}
