package by.belparcel.orders.model;

import org.jspecify.annotations.Nullable;

/**
 * What a batch event does to one order.
 *
 * @param step absent when only the membership changes
 * @param hubId hub the order came to; absent leaves it as it is
 * @param onward whether the order wants to travel on from that hub
 */
public record Haul(
        @Nullable Step step,
        Membership membership,
        @Nullable String hubId,
        boolean onward) {

    static Haul of(@Nullable Step step, Membership membership) {
        return new Haul(step, membership, null, false);
    }
}
