package by.belparcel.operations.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.model.Workflow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the event log, the inboxes and the timers know of one subject. */
public interface WorkflowLog {

    /** Newest first; everything that shares a correlation with an event of the subject. */
    Mono<List<Logged>> events(Transaction tx, String aggregateId, int limit);

    Mono<List<Logged>> eventsOf(Transaction tx, String correlationId, int limit);

    /** Deliveries of these events to their subscribers, whether they happened or not. */
    Mono<List<Delivery>> deliveries(Transaction tx, List<Logged> events);

    Mono<List<Workflow.Timer>> timers(Transaction tx, List<String> subjects);

    /** @param shopId of an order's first event, for access control */
    record Logged(
            String id,
            String type,
            String source,
            String aggregateId,
            String correlationId,
            String causationId,
            Instant createdAt,
            String publishing,
            @Nullable Instant publishedAt,
            int attempts,
            @Nullable String shopId,
            @Nullable String newState) {}

    /** @param status PROCESSED, IGNORED, RETRYING, DEAD or WAITING */
    record Delivery(
            String eventId,
            String consumer,
            String status,
            int attempts,
            @Nullable Instant receivedAt,
            @Nullable Instant processedAt,
            @Nullable String error) {}
}
