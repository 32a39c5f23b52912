package by.belparcel.eventing.testkit;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEncoder;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.FunctionSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Envelopes as the platform would deliver them. */
public final class TestEvents {

    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Ids IDS = new Ids();

    private TestEvents() {}

    /** A new event with a new id and a correlation of its own. */
    public static EventEnvelope envelope(DomainEvent event, long sequence) {
        String correlation = IDS.next();
        EventMetadata metadata = new EventMetadata(
                event.identity().orElseGet(IDS::next),
                "/belparcel/test",
                event.type().name(),
                event.about(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                event.aggregateId(),
                sequence,
                correlation,
                correlation,
                TRACEPARENT,
                null,
                "system",
                false,
                null,
                event.attributes());
        return EventEncoder.envelope(metadata, event);
    }

    /** The same event with another id. */
    public static EventEnvelope withId(EventEnvelope event, String id) {
        return copy(event, id, event.metadata().time());
    }

    /** The same event, as if it had occurred then. */
    public static EventEnvelope withTime(EventEnvelope event, Instant time) {
        return copy(event, event.metadata().id(), time);
    }

    private static EventEnvelope copy(EventEnvelope event, String id, Instant time) {
        EventMetadata m = event.metadata();
        return new EventEnvelope(
                new EventMetadata(
                        id,
                        m.source(),
                        m.type(),
                        m.subject(),
                        time,
                        m.partitionKey(),
                        m.sequence(),
                        m.correlationId(),
                        m.causationId(),
                        m.traceparent(),
                        m.tracestate(),
                        m.actor(),
                        m.replay(),
                        m.targetConsumer(),
                        m.extensions()),
                event.data());
    }

    /** The same event with other bytes. */
    public static EventEnvelope withData(EventEnvelope event, byte[] data) {
        return new EventEnvelope(event.metadata(), data);
    }

    /** The same event with another type. */
    public static EventEnvelope withType(EventEnvelope event, String type) {
        return with(
                event, type, event.metadata().targetConsumer(), event.metadata().replay(), Map.of());
    }

    /** The same event with one more extension attribute. */
    public static EventEnvelope withExtension(EventEnvelope event, String name, String value) {
        EventMetadata m = event.metadata();
        return with(event, m.type(), m.targetConsumer(), m.replay(), Map.of(name, value));
    }

    /** The same event as a redrive sends it again. @param consumer the only one to handle it, null = all */
    public static EventEnvelope redriven(EventEnvelope event, @Nullable String consumer, String redriveId) {
        return with(event, event.metadata().type(), consumer, true, Map.of("redriveid", redriveId));
    }

    static boolean matches(FunctionSpec.Event<?> spec, RecordedEvent event) {
        return event.is(spec.type())
                && spec.attributes().entrySet().stream()
                        .allMatch(wanted -> wanted.getValue()
                                .equals(event.metadata().extensions().get(wanted.getKey())));
    }

    private static EventEnvelope with(
            EventEnvelope event, String type, @Nullable String target, boolean replay, Map<String, String> more) {
        EventMetadata m = event.metadata();
        Map<String, String> extensions = new HashMap<>(m.extensions());
        extensions.putAll(more);
        return new EventEnvelope(
                new EventMetadata(
                        m.id(),
                        m.source(),
                        type,
                        m.subject(),
                        m.time(),
                        m.partitionKey(),
                        m.sequence(),
                        m.correlationId(),
                        m.causationId(),
                        m.traceparent(),
                        m.tracestate(),
                        m.actor(),
                        replay,
                        target,
                        extensions),
                event.data());
    }
}
