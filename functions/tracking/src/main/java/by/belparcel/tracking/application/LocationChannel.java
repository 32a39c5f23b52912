package by.belparcel.tracking.application;

import by.belparcel.eventing.envelope.EventEnvelope;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The way of positions to Kafka without the outbox: a position may be lost, because the next one says more and the device keeps
 * what was not acknowledged. Nothing else may go this way (ADR 0001).
 */
@FunctionalInterface
public interface LocationChannel {

    /** Completes when Kafka has all of them; an error means that some may be missing and the sender must come again. */
    Mono<Void> send(String topic, List<EventEnvelope> events);
}
