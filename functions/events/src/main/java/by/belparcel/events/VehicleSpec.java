package by.belparcel.events;

/** A vehicle. @param slots parcels that fit */
public record VehicleSpec(String plate, String type, long payloadG, long volumeCm3, int slots) {}
