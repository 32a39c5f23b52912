package by.belparcel.orders.application;

import by.belparcel.kernel.OrderState;
import by.belparcel.orders.model.PublicStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the client's tracking page shows.
 *
 * @param phone masked, so that the recipient knows which number gets the code
 */
public record TrackingView(
        String number,
        PublicStatus status,
        String pvzId,
        String phone,
        @Nullable LocalDate desiredDate,
        Instant promisedAt,
        Instant updatedAt,
        List<Milestone> milestones) {

    /** When the order got a public status; states that look the same from outside are one milestone. */
    public record Milestone(PublicStatus status, Instant at) {}

    static TrackingView of(OrderRecord order, List<HistoryEntry> history, String maskedPhone) {
        List<Milestone> milestones = new ArrayList<>();
        for (HistoryEntry entry : history) {
            PublicStatus status = PublicStatus.of(entry.to());
            if (milestones.isEmpty() || !milestones.getLast().status().equals(status)) {
                milestones.add(new Milestone(status, entry.at()));
            }
        }
        OrderState state = order.state();
        return new TrackingView(
                order.number(),
                PublicStatus.of(state),
                order.pvzId(),
                maskedPhone,
                order.desiredDate(),
                order.promisedAt(),
                order.updatedAt(),
                milestones);
    }
}
