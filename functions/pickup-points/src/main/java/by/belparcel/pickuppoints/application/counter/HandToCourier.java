package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import org.jspecify.annotations.Nullable;

/**
 * The parcel leaves with a courier.
 *
 * @param courierRef signature or scan
 */
public record HandToCourier(@Nullable String courierRef) {

    /** Reads the body of {@code POST /pvz/v1/orders/{id}:return-to-courier}. */
    public static HandToCourier read(Input body, RequestParameters parameters) {
        return new HandToCourier(body.optionalText("courier_ref", 0, 200).orElse(null));
    }
}
