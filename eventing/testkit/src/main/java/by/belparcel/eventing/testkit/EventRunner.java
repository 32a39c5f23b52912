package by.belparcel.eventing.testkit;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.eventing.handling.TraceContext;
import by.belparcel.eventing.inbox.EventPipeline;
import by.belparcel.eventing.inbox.EventReply;
import java.util.Objects;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Runs one event function; a contract also runs it with something between handler and commit. */
@FunctionalInterface
public interface EventRunner {

    Mono<EventReply> run(EventEnvelope event);

    default EventReply deliver(EventEnvelope event) {
        return Objects.requireNonNull(run(event).block(FunctionHarness.PATIENCE));
    }

    static EventRunner of(FunctionHarness harness, String function) {
        FunctionSpec spec = harness.find(FunctionSpec.class, function);
        return switch (spec) {
            case FunctionSpec.Event<?> event -> typed(harness, event, UnaryOperator.identity());
            case FunctionSpec.RawEvent raw -> {
                EventPipeline pipeline =
                        EventPipeline.of(harness.machinery(), raw, raw.handler().apply(harness.services()));
                yield envelope -> pipeline.run(envelope, trace(envelope));
            }
            default -> throw new IllegalArgumentException(function + " is no event function");
        };
    }

    /** @param after applied to what the handler answers, inside the transaction */
    static EventRunner withEnding(FunctionHarness harness, String function, UnaryOperator<Mono<Handled>> after) {
        return typed(harness, (FunctionSpec.Event<?>) harness.find(FunctionSpec.class, function), after);
    }

    private static <E extends DomainEvent> EventRunner typed(
            FunctionHarness harness, FunctionSpec.Event<E> spec, UnaryOperator<Mono<Handled>> after) {
        EventHandler<E> handler = spec.handler().apply(harness.services());
        EventPipeline pipeline = EventPipeline.of(
                harness.machinery(), spec, (event, context) -> after.apply(handler.on(event, context)));
        return envelope -> pipeline.run(envelope, trace(envelope));
    }

    private static TraceContext trace(EventEnvelope event) {
        return new TraceContext(event.metadata().traceparent(), event.metadata().tracestate());
    }
}
