package by.belparcel.pricing.application;

import by.belparcel.pricing.model.Comparison;
import java.time.Instant;

/** What a rule set would have made of the orders of a range. Prices in kopecks. */
public record SimulationView(
        String id, String ruleset, Instant from, Instant to, Comparison.Result result, Instant completedAt) {}
