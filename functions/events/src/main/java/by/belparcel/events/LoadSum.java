package by.belparcel.events;

/** What is carried. @param slots parcels */
public record LoadSum(long weightG, long volumeCm3, int slots) {}
