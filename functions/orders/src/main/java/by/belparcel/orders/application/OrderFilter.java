package by.belparcel.orders.application;

import by.belparcel.kernel.OrderState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of orders shows. Absent = not filtered by it.
 *
 * @param createdTo exclusive
 * @param q order number or beginning of a shop's reference
 * @param phoneIndex only orders of this recipient
 * @param after the last row of the page before
 */
public record OrderFilter(
        List<OrderState> states,
        @Nullable String shopId,
        @Nullable String pvzId,
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
    }

    OrderFilter ofShop(String shop) {
        return new OrderFilter(
                states, shop, pvzId, warehouseId, createdFrom, createdTo, phoneLast4, q, phoneIndex, newestFirst, after, limit);
    }

    OrderFilter ofPvz(String pvz) {
        return new OrderFilter(
                states, shopId, pvz, warehouseId, createdFrom, createdTo, phoneLast4, q, phoneIndex, newestFirst, after, limit);
    }

    OrderFilter ofRecipient(byte[] index) {
        return new OrderFilter(
                states, shopId, pvzId, warehouseId, createdFrom, createdTo, phoneLast4, q, index, newestFirst, after, limit);
    }

    OrderFilter after(@Nullable Position position) {
        return new OrderFilter(
                states, shopId, pvzId, warehouseId, createdFrom, createdTo, phoneLast4, q, phoneIndex, newestFirst, position, limit);
    }

    /** Sort key with its unique tie-breaker. */
    public record Position(Instant createdAt, String id) {}
}
