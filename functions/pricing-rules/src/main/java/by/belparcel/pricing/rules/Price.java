package by.belparcel.pricing.rules;

import java.util.List;

/**
 * A price: the lines add up to the total.
 *
 * @param total kopecks
 */
public record Price(String rulesetVersion, long total, List<PriceLine> lines) {

    public Price {
        lines = List.copyOf(lines);
    }
}
