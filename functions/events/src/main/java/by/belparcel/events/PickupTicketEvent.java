package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Facts about pickup tickets; key = ticket id. The code is in none of them. */
public sealed interface PickupTicketEvent extends DomainEvent {

    Instant at();

    /** The client has the right to collect. */
    record Issued(String ticketId, String number, String orderId, Instant at) implements PickupTicketEvent {
        public static final EventType<Issued> TYPE =
                EventType.v1("pickup-ticket.issued", Topics.PICKUP_TICKET, Issued.class);

        @Override
        public EventType<Issued> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return ticketId;
        }
    }

    /** No ticket for this order. */
    record Rejected(String ticketId, String number, String orderId, String reason, Instant at)
            implements PickupTicketEvent {
        public static final EventType<Rejected> TYPE =
                EventType.v1("pickup-ticket.rejected", Topics.PICKUP_TICKET, Rejected.class);

        @Override
        public EventType<Rejected> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return ticketId;
        }
    }

    /** The code is known to the client from now on. */
    record Activated(
            String ticketId,
            String orderId,
            String pvzId,
            @Nullable Instant validUntil,
            Instant at) implements PickupTicketEvent {
        public static final EventType<Activated> TYPE =
                EventType.v1("pickup-ticket.activated", Topics.PICKUP_TICKET, Activated.class);

        @Override
        public EventType<Activated> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return ticketId;
        }
    }

    /** The right code was shown. */
    record Verified(String ticketId, String orderId, String pvzId, String verificationId, Instant at)
            implements PickupTicketEvent {
        public static final EventType<Verified> TYPE =
                EventType.v1("pickup-ticket.verified", Topics.PICKUP_TICKET, Verified.class);

        @Override
        public EventType<Verified> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return ticketId;
        }
    }

    /** A wrong code was shown. */
    record VerificationFailed(String ticketId, String orderId, String pvzId, int attemptsLeft, Instant at)
            implements PickupTicketEvent {
        public static final EventType<VerificationFailed> TYPE =
                EventType.v1("pickup-ticket.verification-failed", Topics.PICKUP_TICKET, VerificationFailed.class);

        @Override
        public EventType<VerificationFailed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return ticketId;
        }
    }

    /** Too many wrong codes. */
    record Locked(String ticketId, String orderId, Instant until, Instant at) implements PickupTicketEvent {
        public static final EventType<Locked> TYPE =
                EventType.v1("pickup-ticket.locked", Topics.PICKUP_TICKET, Locked.class);

        @Override
        public EventType<Locked> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return ticketId;
        }
    }

    /** The old code is void. */
    record CodeRotated(String ticketId, String orderId, String reason, Instant at) implements PickupTicketEvent {
        public static final EventType<CodeRotated> TYPE =
                EventType.v1("pickup-ticket.code-rotated", Topics.PICKUP_TICKET, CodeRotated.class);

        @Override
        public EventType<CodeRotated> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return ticketId;
        }
    }

    /** Another person may collect. */
    record Delegated(String ticketId, String orderId, Instant at) implements PickupTicketEvent {
        public static final EventType<Delegated> TYPE =
                EventType.v1("pickup-ticket.delegated", Topics.PICKUP_TICKET, Delegated.class);

        @Override
        public EventType<Delegated> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return ticketId;
        }
    }

    /** The right was used. */
    record Redeemed(String ticketId, String orderId, Instant at) implements PickupTicketEvent {
        public static final EventType<Redeemed> TYPE =
                EventType.v1("pickup-ticket.redeemed", Topics.PICKUP_TICKET, Redeemed.class);

        @Override
        public EventType<Redeemed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return ticketId;
        }
    }

    /** The right is void. */
    record Revoked(String ticketId, String orderId, String reason, Instant at) implements PickupTicketEvent {
        public static final EventType<Revoked> TYPE =
                EventType.v1("pickup-ticket.revoked", Topics.PICKUP_TICKET, Revoked.class);

        @Override
        public EventType<Revoked> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return ticketId;
        }
    }

    /** Storage ran out. */
    record Expired(String ticketId, String orderId, Instant until, Instant at) implements PickupTicketEvent {
        public static final EventType<Expired> TYPE =
                EventType.v1("pickup-ticket.expired", Topics.PICKUP_TICKET, Expired.class);

        @Override
        public EventType<Expired> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return ticketId;
        }
    }
}
