package by.belparcel.operations.application;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.eventing.handling.RawEventHandler;
import by.belparcel.events.PlatformEvent;
import by.belparcel.operations.model.DeliveryFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Takes what the dead-letter topic delivers and keeps it for an operator; nothing disappears silently. */
public final class RecordingDeadLetter implements RawEventHandler {

    /** What the delivery added to the event; a redrive must not carry it. */
    private static final Set<String> TRANSPORT = Set.of(
            DeliveryFailure.DESTINATION,
            DeliveryFailure.CODE,
            DeliveryFailure.DATA,
            "knativekafkapartition",
            "knativekafkaoffset");

    private final DeadLetters deadLetters;
    private final Redrives redrives;

    public RecordingDeadLetter(DeadLetters deadLetters, Redrives redrives) {
        this.deadLetters = deadLetters;
        this.redrives = redrives;
    }

    @Override
    public String inboxId(EventEnvelope event) {
        Map<String, String> extensions = event.metadata().extensions();
        return DeliveryFailure.from(extensions).consumer() + "|"
                + event.metadata().id() + "|" + extensions.getOrDefault(Redrives.ATTRIBUTE, "");
    }

    @Override
    public Mono<Handled> on(EventEnvelope event, EventContext context) {
        DeliveryFailure failure = DeliveryFailure.from(event.metadata().extensions());
        EventEnvelope original = new EventEnvelope(withoutTransport(event.metadata()), event.data());
        return deadLetters
                .record(context.tx(), context.newId(), original, failure, context.now())
                .flatMap(
                        recorded -> redrives.failed(context.tx(), recorded.id()).thenReturn(recorded))
                .flatMap(recorded -> {
                    if (recorded.created() && !isAnnouncement(event)) {
                        context.emit(
                                new PlatformEvent.MessageDead(
                                        recorded.id(),
                                        failure.consumer(),
                                        event.metadata().type(),
                                        failure.reason(),
                                        recorded.fingerprint(),
                                        context.now()),
                                1);
                    }
                    return Handled.applied();
                });
    }

    /** A consumer of these announcements that fails for long would otherwise be told of its own failures for ever. */
    private static boolean isAnnouncement(EventEnvelope event) {
        return event.metadata().type().equals(PlatformEvent.MessageDead.TYPE.name());
    }

    private static EventMetadata withoutTransport(EventMetadata m) {
        Map<String, String> extensions = new HashMap<>(m.extensions());
        extensions.keySet().removeAll(TRANSPORT);
        extensions.remove(Redrives.ATTRIBUTE);
        return Redrives.withExtensions(m, extensions, false, null);
    }
}
