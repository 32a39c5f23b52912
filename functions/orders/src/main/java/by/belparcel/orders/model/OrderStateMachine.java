package by.belparcel.orders.model;

import static by.belparcel.kernel.OrderState.*;
import static java.util.Map.entry;

import by.belparcel.kernel.OrderState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of allowed transitions (domain orders-and-payments 1.2). Whatever is not in it is not allowed. */
public final class OrderStateMachine {

    private static final Map<OrderState, Map<OrderTrigger, OrderState>> TABLE = Map.ofEntries(
            entry(
                    CREATED,
                    Map.of(
                            OrderTrigger.PAYMENT_AUTHORIZED, AUTHORIZED,
                            OrderTrigger.PAYMENT_REFUSED, CANCELLED,
                            OrderTrigger.CANCELLED, CANCELLED)),
            entry(
                    AUTHORIZED,
                    Map.of(
                            OrderTrigger.TICKET_ISSUED, CONFIRMED,
                            OrderTrigger.TICKET_FAILED, CANCELLED,
                            OrderTrigger.CANCELLED, CANCELLED)),
            entry(CONFIRMED, Map.of(OrderTrigger.ADDED_TO_BATCH, BATCHED, OrderTrigger.CANCELLED, CANCELLED)),
            entry(
                    BATCHED,
                    Map.of(
                            OrderTrigger.REMOVED_FROM_BATCH, CONFIRMED,
                            OrderTrigger.REMOVED_FROM_HUB_BATCH, AT_HUB,
                            OrderTrigger.PICKED_UP, IN_TRANSIT,
                            OrderTrigger.CANCELLED, CANCELLED)),
            entry(
                    IN_TRANSIT,
                    Map.of(
                            OrderTrigger.RECEIVED_AT_HUB, AT_HUB,
                            OrderTrigger.DELIVERED_TO_PVZ, AT_PVZ,
                            OrderTrigger.PARCEL_LACKING, MISSING)),
            entry(AT_HUB, Map.of(OrderTrigger.ADDED_TO_BATCH, BATCHED)),
            entry(AT_PVZ, Map.of(OrderTrigger.ACCEPTED_AT_PVZ, READY, OrderTrigger.PARCEL_LACKING, MISSING)),
            entry(MISSING, Map.of(OrderTrigger.ACCEPTED_AT_PVZ, READY, OrderTrigger.GIVEN_UP, LOST)),
            entry(
                    READY,
                    Map.of(
                            OrderTrigger.ISSUED_TO_CLIENT, ISSUED,
                            OrderTrigger.STORAGE_EXPIRED, OVERDUE,
                            OrderTrigger.RETURNED_TO_COURIER, RETURNING)),
            entry(OVERDUE, Map.of(OrderTrigger.STORAGE_EXTENDED, READY, OrderTrigger.RETURNED_TO_COURIER, RETURNING)),
            entry(ISSUED, Map.of(OrderTrigger.RETURNED_BY_CLIENT, CLIENT_RETURNED)),
            entry(CLIENT_RETURNED, Map.of(OrderTrigger.RETURNED_TO_COURIER, RETURNING)),
            entry(RETURNING, Map.of(OrderTrigger.SCANNED_AT_WAREHOUSE, RETURNED)));

    private static final Set<OrderState> FINAL = EnumSet.of(ISSUED, RETURNED, CANCELLED, LOST);

    private OrderStateMachine() {}

    /** Empty when the trigger is not allowed in this state. */
    public static Optional<OrderState> next(OrderState from, OrderTrigger trigger) {
        return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(trigger));
    }

    /** States in which the trigger is allowed, in the order of the vocabulary. */
    public static List<OrderState> sources(OrderTrigger trigger) {
        return Arrays.stream(OrderState.values())
                .filter(state -> next(state, trigger).isPresent())
                .toList();
    }

    /** Final states; ISSUED may still be returned by the client within the return window. */
    public static boolean isFinal(OrderState state) {
        return FINAL.contains(state);
    }
}
