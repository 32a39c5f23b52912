package by.belparcel.trips.application.driving;

/** A driver hands batches over at a stop. */
public record Deliver(int stopSeq, AtStop at) {}
