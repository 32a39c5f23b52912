package by.belparcel.orders.model;

import by.belparcel.kernel.OrderState;
import org.jspecify.annotations.Nullable;

/**
 * One change of state.
 *
 * @param version version of the order after it
 * @param reason code for history and events, absent on the regular way
 */
public record Step(
        OrderState from,
        OrderState to,
        long version,
        @Nullable String reason) {}
