package by.belparcel.pickuptickets.application;

/** A command that is said by its path alone. */
public record NoBody() {}
