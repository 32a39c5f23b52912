package by.belparcel.batching.application;

import by.belparcel.batching.model.Cargo;
import by.belparcel.kernel.ServiceClass;
import java.time.Instant;

/**
 * An order that wants to travel.
 *
 * @param origin id of the warehouse or hub where it is
 * @param pvzId where it is collected in the end
 * @param readyAt since when it is there
 */
public record Parcel(
        String orderId,
        String origin,
        String pvzId,
        ServiceClass service,
        long weightG,
        long volumeCm3,
        Instant readyAt) {

    Cargo cargo() {
        return new Cargo(orderId, weightG, volumeCm3, readyAt);
    }
}
