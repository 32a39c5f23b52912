package by.belparcel.eventing.inbox;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.eventing.handling.RawEventHandler;
import by.belparcel.eventing.handling.TraceContext;
import by.belparcel.eventing.inbox.InboxMetrics.Delivery;
import by.belparcel.eventing.store.Faults;
import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Runs one event function: inbox row, effect and emitted facts in one transaction, so the effect happens once however often the
 * event comes. Answers only after the commit. A failure leaves nothing but its count.
 */
public final class EventPipeline {

    private static final Handled TOO_OLD =
            new Handled.Poison("EVENT_TOO_OLD", "Whether it was handled before is no longer known.");

    private final Machinery machinery;
    private final String consumer;
    private final EventEntrance entrance;
    private final FailedDelivery failures;
    private final boolean keeper;

    /** @param keeper of dead letters: no chaos knob makes it fail and no event is too old for it, because what it refuses comes back */
    private EventPipeline(Machinery machinery, String consumer, EventEntrance entrance, boolean keeper) {
        this.machinery = machinery;
        this.keeper = keeper;
        this.consumer = consumer;
        this.entrance = entrance;
        this.failures = new FailedDelivery(machinery.database());
    }

    public static <E extends DomainEvent> EventPipeline of(
            Machinery machinery, FunctionSpec.Event<E> spec, EventHandler<E> handler) {
        return new EventPipeline(machinery, spec.name(), EventEntrance.typed(spec, handler), false);
    }

    public static EventPipeline of(Machinery machinery, FunctionSpec.RawEvent spec, RawEventHandler handler) {
        return new EventPipeline(machinery, spec.name(), EventEntrance.raw(handler), true);
    }

    /** Never an error signal: every failure is an answer. */
    public Mono<EventReply> run(EventEnvelope envelope, TraceContext trace) {
        return Mono.fromSupplier(() -> entrance.open(envelope))
                .flatMap(entry -> entry instanceof EventEntrance.Entry.Open open
                        ? deliver(
                                new Inbox(consumer, envelope.metadata(), open.inboxId()),
                                envelope.metadata(),
                                trace,
                                open.work())
                        : Mono.just(((EventEntrance.Entry.Closed) entry).reply()))
                .onErrorResume(error -> Mono.just(EventReply.refused(
                        503, Delivery.RETRY, "INTERNAL_ERROR", DatabaseFailures.describe(error), error)))
                .doOnNext(reply -> machinery.metrics().delivered(consumer, reply.result()));
    }

    private Mono<EventReply> deliver(
            Inbox inbox, EventMetadata event, TraceContext trace, Function<EventContext, Mono<Handled>> work) {
        return machinery
                .database()
                .inTransaction(tx -> attempt(tx, inbox, event, trace, work), EventPipeline::commits)
                .retryWhen(DatabaseFailures.rerun())
                .doOnNext(attempt -> Faults.reach("E6"))
                .flatMap(attempt -> answer(inbox, event, attempt))
                .onErrorResume(error -> failures.technical(inbox, error));
    }

    /** What a transaction came to. */
    private sealed interface Attempt {

        record Duplicate() implements Attempt {}

        record Ran(Handled handled, Instant now, boolean emitted) implements Attempt {}
    }

    private static boolean commits(Attempt attempt) {
        boolean commits = attempt instanceof Attempt.Ran ran
                && (ran.handled() instanceof Handled.Applied || ran.handled() instanceof Handled.Ignored);
        if (commits) {
            Faults.reach("E5");
        }
        return commits;
    }

    private Mono<Attempt> attempt(
            Transaction tx,
            Inbox inbox,
            EventMetadata event,
            TraceContext trace,
            Function<EventContext, Mono<Handled>> work) {
        Faults.reach("E1");
        return inbox.enter(tx).flatMap(entered -> {
            if (entered.isEmpty()) {
                return Mono.just(new Attempt.Duplicate());
            }
            Faults.reach("E2");
            Instant now = entered.get().now();
            if (entered.get().chaos() && !keeper) {
                return Mono.error(new IllegalStateException("simulated by the chaos knob"));
            }
            if (!keeper && isTooOld(event, now)) {
                return Mono.just(new Attempt.Ran(TOO_OLD, now, false));
            }
            Facts facts = new Facts(new Facts.Cause(consumer, event.correlationId(), event.id(), event.actor(), trace));
            SqlEventContext context = new SqlEventContext(event, tx, now, machinery.ids(), facts);
            return Mono.defer(() -> work.apply(context))
                    .switchIfEmpty(Mono.error(() -> new IllegalStateException(consumer + " answered nothing")))
                    .flatMap(handled -> finish(tx, inbox, handled, facts, now));
        });
    }

    private boolean isTooOld(EventMetadata event, Instant now) {
        return event.time().isAfter(Instant.EPOCH)
                && event.time().plus(machinery.dedupeWindow()).isBefore(now);
    }

    private Mono<Attempt> finish(Transaction tx, Inbox inbox, Handled handled, Facts facts, Instant now) {
        Faults.reach("E3");
        Attempt ran = new Attempt.Ran(handled, now, !facts.isEmpty());
        if (handled instanceof Handled.Applied) {
            return append(tx, facts, now).thenReturn(ran);
        }
        if (handled instanceof Handled.Ignored ignored) {
            return inbox.ignore(tx, ignored.reason().name())
                    .then(append(tx, facts, now))
                    .thenReturn(ran);
        }
        return Mono.just(ran);
    }

    private Mono<Void> append(Transaction tx, Facts facts, Instant now) {
        return facts.append(tx, machinery.outbox(), machinery.ids(), now, "E4");
    }

    private Mono<EventReply> answer(Inbox inbox, EventMetadata event, Attempt attempt) {
        if (!(attempt instanceof Attempt.Ran ran)) {
            return Mono.just(EventReply.acknowledged(Delivery.DUPLICATE));
        }
        if (ran.handled() instanceof Handled.Poison poison) {
            return failures.poison(inbox, poison.code(), poison.detail());
        }
        if (ran.handled() instanceof Handled.Later later) {
            return failures.later(inbox, later.code(), later.detail());
        }
        return Mono.just(committed(event, ran.handled(), ran.now(), ran.emitted()));
    }

    private EventReply committed(EventMetadata event, Handled handled, Instant now, boolean emitted) {
        if (emitted) {
            machinery.outbox().committed();
        }
        if (event.time().isAfter(Instant.EPOCH)) {
            machinery.metrics().lag(consumer, Duration.between(event.time(), now));
        }
        return EventReply.acknowledged(handled instanceof Handled.Ignored ? Delivery.IGNORED : Delivery.APPLIED);
    }
}
