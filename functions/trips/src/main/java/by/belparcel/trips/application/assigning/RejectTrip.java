package by.belparcel.trips.application.assigning;

/** The driver does not take the trip. @param reason 1 to 500 characters */
public record RejectTrip(String reason) {}
