package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.Emitter;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.pickuptickets.model.PickupTicket;
import by.belparcel.pickuptickets.model.TicketFact;
import by.belparcel.pickuptickets.model.TicketSnapshot;
import java.time.Instant;

/** Tells the world what happened to a stored ticket. */
final class TicketFacts {

    private TicketFacts() {}

    static void publish(Emitter emitter, PickupTicket ticket, Instant at) {
        TicketSnapshot now = ticket.snapshot();
        ticket.facts().forEach(fact -> emitter.emit(event(fact, now.id(), now.orderId(), at), now.version() + 1));
    }

    private static PickupTicketEvent event(TicketFact fact, String id, String order, Instant at) {
        return switch (fact) {
            case TicketFact.Activated f -> new PickupTicketEvent.Activated(id, order, f.pvzId(), f.validUntil(), at);
            case TicketFact.Verified f -> new PickupTicketEvent.Verified(id, order, f.pvzId(), f.verificationId(), at);
            case TicketFact.VerificationFailed f ->
                new PickupTicketEvent.VerificationFailed(id, order, f.pvzId(), f.attemptsLeft(), at);
            case TicketFact.Locked f -> new PickupTicketEvent.Locked(id, order, f.until(), at);
            case TicketFact.CodeRotated f -> new PickupTicketEvent.CodeRotated(id, order, f.reason(), at);
            case TicketFact.Delegated f -> new PickupTicketEvent.Delegated(id, order, at);
            case TicketFact.Redeemed f -> new PickupTicketEvent.Redeemed(id, order, at);
            case TicketFact.Revoked f -> new PickupTicketEvent.Revoked(id, order, f.reason(), at);
            case TicketFact.Expired f -> new PickupTicketEvent.Expired(id, order, f.until(), at);
        };
    }
}
