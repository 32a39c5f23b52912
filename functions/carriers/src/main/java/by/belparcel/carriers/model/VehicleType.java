package by.belparcel.carriers.model;

/** Classes of vehicles. */
public enum VehicleType {
    VAN_S,
    VAN_L,
    TRUCK
}
