package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import org.jspecify.annotations.Nullable;

/** The client does not want the parcel. */
public record RefuseOrder(@Nullable String reason) {

    /** Reads the body of {@code POST /pvz/v1/orders/{id}:refuse}. */
    public static RefuseOrder read(Input body, RequestParameters parameters) {
        return new RefuseOrder(body.optionalText("reason", 0, 200).orElse(null));
    }
}
