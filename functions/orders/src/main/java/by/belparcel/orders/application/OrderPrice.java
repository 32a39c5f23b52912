package by.belparcel.orders.application;

import by.belparcel.kernel.Money;
import java.util.List;

/**
 * The price of an order and why it is so.
 *
 * @param facts JSON of everything the rules looked at: evaluated again with the same rule set it gives the same price
 */
public record OrderPrice(Money total, String rulesetVersion, List<Line> lines, String facts) {

    public OrderPrice {
        lines = List.copyOf(lines);
    }

    /** @param amount kopecks, negative for discounts */
    public record Line(String ruleId, String stage, long amount, String textKey) {}
}
