package by.belparcel.batching.model;

import java.time.Instant;

/**
 * An order in a batch.
 *
 * @param readyAt since when it waits at the batch's origin
 */
public record Cargo(String orderId, long weightG, long volumeCm3, Instant readyAt) {

    public Load load() {
        return new Load(1, weightG, volumeCm3);
    }
}
