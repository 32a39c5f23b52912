package by.belparcel.orders.application;

import by.belparcel.orders.model.Carried;
import by.belparcel.orders.model.Membership;
import org.jspecify.annotations.Nullable;

/**
 * An order with its place in one batch.
 *
 * @param membership absent while the batch was never seen to hold it
 */
public record BatchedOrder(OrderRecord order, @Nullable Membership membership, boolean waitsElsewhere) {

    Carried carried() {
        return new Carried(order.progress(), order.hubId(), membership, waitsElsewhere);
    }
}
