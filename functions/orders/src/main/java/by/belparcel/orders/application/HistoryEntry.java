package by.belparcel.orders.application;

import by.belparcel.kernel.OrderState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of an order.
 *
 * @param kind {@code STATE} or {@code RECIPIENT}
 * @param from absent for the creation
 * @param reason code of the domain
 * @param detail reason code that a person gave, or the changed fields
 */
public record HistoryEntry(
        long version,
        Instant at,
        String kind,
        @Nullable OrderState from,
        OrderState to,
        @Nullable String reason,
        @Nullable String detail,
        String actor) {}
