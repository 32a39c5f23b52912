package by.belparcel.trips.model;

/** An order on a trip. Its weight and volume are its share of the batch: events of batches tell the sums only. */
public record TripOrder(String orderId, long weightG, long volumeCm3) {}
