package by.belparcel.pickuptickets.application;

import by.belparcel.pickuptickets.model.PickupTicket;
import by.belparcel.pickuptickets.model.TicketSnapshot;
import by.belparcel.pickuptickets.model.TicketState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What everybody with access may know of a ticket: never the code. */
public record TicketView(
        String id,
        String number,
        String orderId,
        TicketState state,
        @Nullable String pvzId,
        @Nullable Instant validUntil,
        int attemptsLeft,
        @Nullable Instant lockedUntil,
        boolean delegated,
        Instant issuedAt) {

    static TicketView of(PickupTicket ticket) {
        TicketSnapshot t = ticket.snapshot();
        return new TicketView(
                t.id(),
                t.number(),
                t.orderId(),
                t.state(),
                t.pvzId(),
                t.validUntil(),
                ticket.attemptsLeft(),
                t.lockedUntil(),
                t.delegate() != null,
                t.issuedAt());
    }
}
