package by.belparcel.eventing.inbox;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEncoder;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.handling.Emitted;
import by.belparcel.eventing.handling.TickHandler;
import by.belparcel.eventing.store.Transaction;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Turns due timers into facts: a batch is claimed, marked and emitted in one transaction, so a timer fires once although ticks
 * overlap or are repeated. A fired timer is a hint; its consumer looks at the present state.
 */
public final class DispatchTimers implements TickHandler {

    private static final int BATCH = 200;

    private static final String CLAIM = """
            update eventing.timers t set status = 'FIRED', fired_at = now()
            from (select id from eventing.timers where status = 'DUE' and due_at <= now()
                  order by due_at limit $1 for update skip locked) due
            where t.id = due.id
            returning t.id, t.kind, t.subject, t.due_at, t.correlation_id, now() as tx_now
            """;

    private final Machinery machinery;
    private final TimerEvents events;

    public DispatchTimers(Machinery machinery, TimerEvents events) {
        this.machinery = machinery;
        this.events = events;
    }

    private record Due(String id, String kind, String subject, Instant dueAt, String correlationId, Instant now) {

        static Due of(Readable row) {
            return new Due(
                    Sql.text(row, "id"),
                    Sql.text(row, "kind"),
                    Sql.text(row, "subject"),
                    Sql.time(row, "due_at"),
                    Sql.text(row, "correlation_id"),
                    Sql.time(row, "tx_now"));
        }
    }

    @Override
    public Mono<Void> tick() {
        return batch().expand(fired -> fired < BATCH ? Mono.empty() : batch()).then();
    }

    private Mono<Integer> batch() {
        return machinery
                .database()
                .inTransaction(this::fire)
                .retryWhen(DatabaseFailures.rerun())
                .doOnNext(fired -> {
                    if (fired > 0) {
                        machinery.outbox().committed();
                    }
                });
    }

    private Mono<Integer> fire(Transaction tx) {
        return tx.all(CLAIM, Due::of, BATCH).collectList().flatMap(due -> {
            List<Emitted> facts = due.stream().map(this::fact).toList();
            return facts.isEmpty()
                    ? Mono.just(0)
                    : machinery.outbox().append(tx, facts).thenReturn(facts.size());
        });
    }

    private Emitted fact(Due due) {
        DomainEvent event = events.fired(due.id(), due.kind(), due.subject(), due.dueAt());
        EventMetadata metadata = new EventMetadata(
                machinery.ids().next(),
                "/belparcel/dispatchTimers",
                event.type().name(),
                event.about(),
                due.now(),
                event.aggregateId(),
                1,
                due.correlationId(),
                due.id(),
                null,
                null,
                "system",
                false,
                null,
                event.attributes());
        return new Emitted(metadata, event.type().topic(), EventEncoder.data(event));
    }
}
