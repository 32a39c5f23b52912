package by.belparcel.trips.application.assigning;

/** Nothing more changes vehicles. */
public record CompleteHandover() {}
