package by.belparcel.operations.application;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.model.DeadLetter;
import by.belparcel.operations.model.RedrivePlan;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Redrives: frozen sets of dead letters on their way back to the consumer that failed. */
public interface Redrives {

    /** Extension that tells one redrive from another. */
    String ATTRIBUTE = "redriveid";

    Mono<Void> start(Transaction tx, String id, String requestedBy, List<DeadLetter> frozen, Instant now);

    /** The next waiting letters in order, marked as sent. */
    Mono<List<DeadLetter>> take(Transaction tx, String id, int count);

    /** Looks at the inboxes: what was sent and applied is resolved now. */
    Mono<RedrivePlan> refresh(Transaction tx, String id);

    /** Notes that a letter that was sent came back dead. */
    Mono<Void> failed(Transaction tx, String deadLetterId);

    Mono<Void> finish(Transaction tx, String id, String state, Instant now);

    Mono<Progress> progress(Transaction tx, String id);

    /** @param state RUNNING, STOPPED or COMPLETED */
    record Progress(
            String id,
            String state,
            int total,
            int resolved,
            int failed,
            int inFlight,
            int waiting,
            Instant startedAt) {}

    /** The event as a redrive sends it: only its failed consumer takes it, and that consumer counts attempts anew. */
    static EventEnvelope addressed(DeadLetter letter, String redriveId) {
        Map<String, String> extensions = new HashMap<>(letter.event().metadata().extensions());
        extensions.put(ATTRIBUTE, redriveId);
        return new EventEnvelope(
                withExtensions(letter.event().metadata(), extensions, true, letter.consumer()),
                letter.event().data());
    }

    static EventMetadata withExtensions(
            EventMetadata m, Map<String, String> extensions, boolean replay, @Nullable String target) {
        return new EventMetadata(
                m.id(),
                m.source(),
                m.type(),
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
                extensions);
    }
}
