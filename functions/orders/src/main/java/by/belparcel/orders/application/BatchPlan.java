package by.belparcel.orders.application;

import by.belparcel.eventing.handling.Handled;
import by.belparcel.orders.model.Carried;
import by.belparcel.orders.model.Haul;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a batch event does to the orders it concerns.
 *
 * @param early present when the event came before another one that it needs: nothing is done and it is asked for again
 */
record BatchPlan(List<BatchMove> moves, Handled.@Nullable Later early) {

    static BatchPlan early(String code, String detail) {
        return new BatchPlan(List.of(), new Handled.Later(code, detail));
    }

    static BatchPlan of(List<BatchedOrder> orders, Function<BatchedOrder, Optional<Haul>> decision) {
        return new BatchPlan(
                orders.stream()
                        .flatMap(
                                order -> decision.apply(order).map(haul -> new BatchMove(order.order(), haul)).stream())
                        .toList(),
                null);
    }

    /** For events that end the journey of a batch: all of its orders must be known and their pick-up seen. */
    static BatchPlan afterPickup(List<BatchedOrder> orders, Function<Carried, Optional<Haul>> decision) {
        if (orders.isEmpty()) {
            return early("BATCH_UNKNOWN", "No order of the batch is known here yet.");
        }
        return orders.stream().anyMatch(order -> order.carried().awaitsPickup())
                ? early("PICKUP_NOT_SEEN", "The pick-up of the batch has not arrived yet.")
                : of(orders, order -> decision.apply(order.carried()));
    }

    /** For events that name orders which the batch must have been seen to hold. */
    static BatchPlan ofMembers(
            List<String> named, List<BatchedOrder> orders, Function<BatchedOrder, Optional<Haul>> decision) {
        long known = orders.stream()
                .filter(order -> order.membership() != null
                        && named.contains(order.order().id()))
                .count();
        return known < named.stream().distinct().count()
                ? early("BATCH_UNKNOWN", "An order of the batch is not known to be in it yet.")
                : of(orders, decision);
    }
}
