package by.belparcel.operations.model;

import by.belparcel.eventing.envelope.EventEnvelope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that one consumer could not handle.
 *
 * @param event exactly what failed, so that a redrive sends the same
 * @param redrives how often it was sent again
 */
public record DeadLetter(
        String id,
        String consumer,
        EventEnvelope event,
        String reason,
        String errorClass,
        String errorText,
        String fingerprint,
        int attempts,
        int redrives,
        DeadLetterState state,
        @Nullable String assignee,
        Instant firstAt,
        Instant lastAt,
        long version) {}
