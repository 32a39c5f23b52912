package by.belparcel.orders.model;

import by.belparcel.kernel.OrderState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shortest way through the table of states that facts of a pick-up point may take. A fact that overtakes others implies
 * them: what a client holds was accepted, and what was accepted had come.
 */
final class PvzRoute {

    private static final List<OrderTrigger> IMPLIED = List.of(
            OrderTrigger.PICKED_UP,
            OrderTrigger.DELIVERED_TO_PVZ,
            OrderTrigger.ACCEPTED_AT_PVZ,
            OrderTrigger.STORAGE_EXPIRED,
            OrderTrigger.STORAGE_EXTENDED,
            OrderTrigger.ISSUED_TO_CLIENT,
            OrderTrigger.RETURNED_BY_CLIENT,
            OrderTrigger.RETURNED_TO_COURIER);

    private PvzRoute() {}

    /** No triggers when it is there already or there is no way. */
    static List<OrderTrigger> find(OrderState from, OrderState to) {
        if (to == OrderState.MISSING) {
            boolean allowed =
                    OrderStateMachine.next(from, OrderTrigger.PARCEL_LACKING).isPresent();
            return allowed ? List.of(OrderTrigger.PARCEL_LACKING) : List.of();
        }
        Map<OrderState, List<OrderTrigger>> ways = new EnumMap<>(OrderState.class);
        Deque<OrderState> open = new ArrayDeque<>(List.of(from));
        ways.put(from, List.of());
        while (!open.isEmpty() && !ways.containsKey(to)) {
            extend(open.remove(), ways, open);
        }
        return ways.getOrDefault(to, List.of());
    }

    private static void extend(OrderState at, Map<OrderState, List<OrderTrigger>> ways, Deque<OrderState> open) {
        for (OrderTrigger trigger : IMPLIED) {
            Optional<OrderState> next = OrderStateMachine.next(at, trigger).filter(state -> !ways.containsKey(state));
            if (next.isPresent()) {
                List<OrderTrigger> way = new ArrayList<>(ways.getOrDefault(at, List.of()));
                way.add(trigger);
                ways.put(next.get(), way);
                open.add(next.get());
            }
        }
    }
}
