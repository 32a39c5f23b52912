package by.belparcel.batching.application;

import java.time.Instant;

/**
 * An order that is confirmed, or at a hub, and in no batch.
 *
 * @param reason {@code DEST_SUSPENDED}: until its destination is open again; {@code REMOVED}: until an operator adds it
 */
public record WaitingView(
        String orderId, String origin, String pvzId, String reason, String waitingFor, Instant readyAt) {}
