package by.belparcel.orders.application;

import by.belparcel.orders.model.PickupPoint;
import by.belparcel.orders.model.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * What is known at the moment of placing.
 *
 * @param rulesetVersion rule set in force, absent = the built-in one
 * @param runningNumber for the human number; gaps are possible
 */
public record PlacingFacts(
        boolean shopActive,
        @Nullable Warehouse warehouse,
        @Nullable PickupPoint pvz,
        @Nullable String rulesetVersion,
        long runningNumber) {}
