package by.belparcel.orders.application;

import by.belparcel.kernel.OrderState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of an order, oldest first. */
public record TimelineView(String orderId, String number, OrderState state, List<Entry> items) {

    /** @param actor complete for staff, otherwise only the role */
    public record Entry(
            long version,
            Instant at,
            String kind,
            @Nullable OrderState from,
            OrderState to,
            String publicCode,
            @Nullable String reason,
            @Nullable String detail,
            String actor) {}

    static TimelineView of(OrderRecord order, List<HistoryEntry> history, boolean staff) {
        return new TimelineView(
                order.id(),
                order.number(),
                order.state(),
                history.stream().map(e -> entry(e, staff)).toList());
    }

    private static Entry entry(HistoryEntry e, boolean staff) {
        return new Entry(
                e.version(),
                e.at(),
                e.kind(),
                e.from(),
                e.to(),
                e.to().publicCode(),
                e.reason(),
                staff ? e.detail() : null,
                staff ? e.actor() : role(e.actor()));
    }

    private static String role(String actor) {
        int colon = actor.indexOf(':');
        return colon < 0 ? actor : actor.substring(0, colon);
    }
}
