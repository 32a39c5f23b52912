package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Subject;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.AlertKind;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * DLQ_NONEMPTY, one alert per consumer. Messages die and are taken out in any order, so the condition is a count and its time is
 * that of counting.
 */
public final class CountDeadLetters {

    private final DeadLetters letters;
    private final Evaluation evaluation;

    public CountDeadLetters(DeadLetters letters, Evaluation evaluation) {
        this.letters = letters;
        this.evaluation = evaluation;
    }

    public Mono<Handled> dead(PlatformEvent.MessageDead event, EventContext context) {
        return add(event.messageId(), event.consumer(), context);
    }

    public Mono<Handled> parked(PlatformEvent.MessageParked event, EventContext context) {
        return add(event.messageId(), event.consumer(), context);
    }

    public Mono<Handled> discarded(PlatformEvent.MessageDiscarded event, EventContext context) {
        return letters.lock(context.tx())
                .flatMap(at -> letters.discarded(context.tx(), event.messageId(), event.consumer())
                        .then(settle(at, context)));
    }

    public Mono<Handled> redriven(PlatformEvent.RedriveCompleted event, EventContext context) {
        return letters.lock(context.tx())
                .flatMap(at -> letters.redriven(context.tx(), event.redriveId(), event.resolved())
                        .then(settle(at, context)));
    }

    private Mono<Handled> add(String messageId, String consumer, EventContext context) {
        return letters.lock(context.tx())
                .flatMap(at -> letters.dead(context.tx(), messageId, consumer)
                        .then(evaluation.seen(Signal.seen(AlertKind.DLQ_NONEMPTY, subject(consumer), at), context)));
    }

    private Mono<Handled> settle(Instant at, EventContext context) {
        return letters.emptied(context.tx()).flatMap(consumers -> {
            List<Signal> signals = consumers.stream()
                    .map(consumer -> Signal.clear(AlertKind.DLQ_NONEMPTY, subject(consumer), at))
                    .toList();
            return signals.isEmpty() ? Handled.applied() : evaluation.clear(signals, context);
        });
    }

    private static Subject subject(String consumer) {
        return Subject.of("consumer", consumer);
    }
}
