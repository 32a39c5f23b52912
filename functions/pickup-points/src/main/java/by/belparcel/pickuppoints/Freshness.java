package by.belparcel.pickuppoints;

import by.belparcel.eventing.cache.ProcessCache;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.PlatformEvent;
import by.belparcel.pickuppoints.application.reading.HoldingCommand;
import by.belparcel.pickuppoints.application.reading.HoldingEvent;

/** Whoever changes parcels or points makes the readers of this context ask the database for a while. */
final class Freshness {

    private final ProcessCache cache;

    Freshness(ProcessCache cache) {
        this.cache = cache;
    }

    FunctionSpec of(FunctionSpec spec) {
        if (spec instanceof FunctionSpec.Command<?, ?> command) {
            return holding(command);
        }
        if (spec instanceof FunctionSpec.Event<?> event && event.type() == PlatformEvent.ReferenceUpdated.TYPE) {
            return holding(event);
        }
        return spec;
    }

    private <C, R> FunctionSpec holding(FunctionSpec.Command<C, R> spec) {
        return new FunctionSpec.Command<C, R>(
                spec.name(),
                spec.route(),
                spec.body(),
                spec.keyLife(),
                spec.reader(),
                services -> new HoldingCommand<>(spec.handler().apply(services), cache.of(services)));
    }

    private <E extends DomainEvent> FunctionSpec holding(FunctionSpec.Event<E> spec) {
        return new FunctionSpec.Event<>(
                spec.name(),
                spec.type(),
                spec.attributes(),
                services -> new HoldingEvent<>(spec.handler().apply(services), cache.of(services)));
    }
}
