package by.belparcel.eventing.inbox;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEncoder;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.Emitted;
import by.belparcel.eventing.handling.OutboxPort;
import by.belparcel.eventing.handling.TraceContext;
import by.belparcel.eventing.store.Faults;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** The facts of one transaction, in the order in which they were emitted. */
final class Facts {

    /** Who and what caused them. */
    record Cause(String function, String correlationId, String causationId, String actor, TraceContext trace) {}

    /** What becomes an outbox row once id and time are known. */
    private interface Fact {
        Emitted at(Ids ids, Instant now);
    }

    private final Cause cause;
    private final List<Fact> facts = new ArrayList<>();

    Facts(Cause cause) {
        this.cause = cause;
    }

    synchronized void add(DomainEvent event, long version) {
        byte[] data = EventEncoder.data(event);
        facts.add((ids, now) -> new Emitted(
                metadata(event, version, event.identity().orElseGet(ids::next), now),
                event.type().topic(),
                data));
    }

    /** An event that was emitted before, unchanged. */
    synchronized void repeat(EventEnvelope event, String topic) {
        facts.add((ids, now) -> new Emitted(event.metadata(), topic, event.data()));
    }

    synchronized boolean isEmpty() {
        return facts.isEmpty();
    }

    /** The last statement before the commit, so that the outbox draws its order after the aggregate's row lock. */
    Mono<Void> append(Transaction tx, OutboxPort outbox, Ids ids, Instant now, String faultPoint) {
        if (isEmpty()) {
            return Mono.empty();
        }
        return Mono.defer(() -> outbox.append(tx, emitted(ids, now))).doOnSuccess(done -> Faults.reach(faultPoint));
    }

    private synchronized List<Emitted> emitted(Ids ids, Instant now) {
        return facts.stream().map(fact -> fact.at(ids, now)).toList();
    }

    private EventMetadata metadata(DomainEvent event, long version, String id, Instant now) {
        return new EventMetadata(
                id,
                "/belparcel/" + cause.function(),
                event.type().name(),
                event.about(),
                now,
                event.aggregateId(),
                version,
                cause.correlationId(),
                cause.causationId(),
                cause.trace().traceparent(),
                cause.trace().tracestate(),
                cause.actor(),
                false,
                null,
                event.attributes());
    }
}
