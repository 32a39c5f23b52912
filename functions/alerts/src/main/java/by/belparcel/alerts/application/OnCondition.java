package by.belparcel.alerts.application;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Evaluates the one condition that an event is about; an event that says nothing of it is IGNORED. */
public final class OnCondition<E extends DomainEvent> implements EventHandler<E> {

    private final Function<E, Optional<Signal>> reading;
    private final Evaluation evaluation;

    public OnCondition(Function<E, Optional<Signal>> reading, Evaluation evaluation) {
        this.reading = reading;
        this.evaluation = evaluation;
    }

    @Override
    public Mono<Handled> on(E event, EventContext context) {
        return reading.apply(event)
                .map(signal -> signal.seen()
                        ? evaluation.seen(signal, context)
                        : evaluation.clear(java.util.List.of(signal), context))
                .orElseGet(() -> Handled.ignored(Handled.Reason.STATE));
    }
}
