package by.belparcel.orders.application;

import by.belparcel.kernel.OrderState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of orders shows. Absent or empty = not filtered by it.
 *
 * @param createdTo exclusive
 * @param q order number or beginning of a shop's reference
 * @param phoneIndex only orders of this recipient
 * @param after the last row of the page before
 */
public record OrderFilter(
        List<OrderState> states,
        List<String> shopIds,
        List<String> pvzIds,
        @Nullable String warehouseId,
        @Nullable Instant createdFrom,
        @Nullable Instant createdTo,
        @Nullable String phoneLast4,
        @Nullable String q,
        byte @Nullable [] phoneIndex,
        boolean newestFirst,
        @Nullable Position after,
        int limit) {

    public OrderFilter {
        states = List.copyOf(states);
        shopIds = List.copyOf(shopIds);
        pvzIds = List.copyOf(pvzIds);
    }

    OrderFilter ofShops(List<String> shops) {
        return new OrderFilter(
                states,
                shops,
                pvzIds,
                warehouseId,
                createdFrom,
                createdTo,
                phoneLast4,
                q,
                phoneIndex,
                newestFirst,
                after,
                limit);
    }

    OrderFilter ofPvz(List<String> points) {
        return new OrderFilter(
                states,
                shopIds,
                points,
                warehouseId,
                createdFrom,
                createdTo,
                phoneLast4,
                q,
                phoneIndex,
                newestFirst,
                after,
                limit);
    }

    OrderFilter ofRecipient(byte[] index) {
        return new OrderFilter(
                states,
                shopIds,
                pvzIds,
                warehouseId,
                createdFrom,
                createdTo,
                phoneLast4,
                q,
                index,
                newestFirst,
                after,
                limit);
    }

    OrderFilter after(@Nullable Position position) {
        return new OrderFilter(
                states,
                shopIds,
                pvzIds,
                warehouseId,
                createdFrom,
                createdTo,
                phoneLast4,
                q,
                phoneIndex,
                newestFirst,
                position,
                limit);
    }

    /** Sort key with its unique tie-breaker. */
    public record Position(Instant createdAt, String id) {}
}
