package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Vehicle;
import by.belparcel.carriers.model.VehicleType;

/** A vehicle as its readers see it. */
public record VehicleView(String plate, VehicleType type, long payloadG, long volumeCm3, int slots) {

    static VehicleView of(Vehicle v) {
        return new VehicleView(v.plate(), v.type(), v.payloadG(), v.volumeCm3(), v.slots());
    }
}
