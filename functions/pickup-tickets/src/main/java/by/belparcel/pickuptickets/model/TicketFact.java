package by.belparcel.pickuptickets.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket, in the words of the model. The code is in none of them. */
public sealed interface TicketFact {

    record Activated(String pvzId, @Nullable Instant validUntil) implements TicketFact {}

    record Verified(String pvzId, String verificationId) implements TicketFact {}

    record VerificationFailed(String pvzId, int attemptsLeft) implements TicketFact {}

    record Locked(Instant until) implements TicketFact {}

    record CodeRotated(String reason) implements TicketFact {}

    record Delegated() implements TicketFact {}

    record Redeemed() implements TicketFact {}

    record Revoked(String reason) implements TicketFact {}

    record Expired(Instant until) implements TicketFact {}
}
