package by.belparcel.trips.model;

/** What is carried together. @param slots parcels */
public record Cargo(long weightG, long volumeCm3, int slots) {}
