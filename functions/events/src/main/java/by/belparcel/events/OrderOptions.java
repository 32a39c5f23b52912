package by.belparcel.events;

import by.belparcel.kernel.Packaging;

/** Options that a shop chose for an order. */
public record OrderOptions(
        boolean insurance, boolean ageCheck, boolean idCheck, boolean partialIssue, Packaging packaging) {}
