package by.belparcel.orders.model;

import by.belparcel.kernel.OrderState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parcels at the point carry their order.
 *
 * @param stops states to pass when the table knows a way there, the goal itself last
 * @param reason code for the last step
 */
public record PvzGoal(List<OrderState> stops, @Nullable String reason) {

    public PvzGoal {
        stops = List.copyOf(stops);
    }

    static PvzGoal of(OrderState goal) {
        return new PvzGoal(List.of(goal), null);
    }
}
