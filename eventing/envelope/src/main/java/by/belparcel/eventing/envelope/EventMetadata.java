package by.belparcel.eventing.envelope;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Attributes and extensions of a CloudEvent as BelParcel uses them (domain README 4.3).
 *
 * @param sequence version of the aggregate; 0 where the event has none
 * @param causationId id of the event or command that caused this one
 * @param replay whether it was emitted again by a redrive or replay
 * @param targetConsumer the only consumer that may handle a redriven event, absent otherwise
 * @param extensions all other extensions, names lower-case
 */
public record EventMetadata(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String partitionKey,
        long sequence,
        String correlationId,
        String causationId,
        @Nullable String traceparent,
        @Nullable String tracestate,
        String actor,
        boolean replay,
        @Nullable String targetConsumer,
        Map<String, String> extensions) {

    public EventMetadata {
        extensions = Map.copyOf(extensions);
    }
}
