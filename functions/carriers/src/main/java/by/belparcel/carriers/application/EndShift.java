package by.belparcel.carriers.application;

/** A driver stops working; the command has no arguments. */
public record EndShift() {}
