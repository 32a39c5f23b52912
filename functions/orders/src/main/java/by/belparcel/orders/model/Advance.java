package by.belparcel.orders.model;

import java.util.List;

/**
 * What a trigger does to an order.
 *
 * @param after the order afterwards
 * @param steps the changes of state in order; empty when only a fact was noted
 */
public record Advance(OrderProgress after, List<Step> steps) {

    public Advance {
        steps = List.copyOf(steps);
    }
}
