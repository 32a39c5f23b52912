package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;

/** The parcel may stay so many days longer. */
public record ExtendStorage(int days) {

    private static final int LONGEST = 7;

    /** Reads the body of {@code POST /pvz/v1/orders/{id}:extend}. */
    public static ExtendStorage read(Input body, RequestParameters parameters) {
        return new ExtendStorage((int) body.integer("days", 1, LONGEST));
    }
}
