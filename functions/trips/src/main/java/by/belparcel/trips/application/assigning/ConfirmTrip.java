package by.belparcel.trips.application.assigning;

/** The driver takes the trip. */
public record ConfirmTrip() {}
