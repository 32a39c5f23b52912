package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PvzEvent;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Learns how a pick-up point is called: its code and its address. */
public final class NotePointOnPvz<E extends PvzEvent> implements EventHandler<E> {

    private final PointNames names;
    private final Function<E, Map<String, Object>> state;

    public NotePointOnPvz(PointNames names, Function<E, Map<String, Object>> state) {
        this.names = names;
        this.state = state;
    }

    @Override
    public Mono<Handled> on(E event, EventContext context) {
        Map<String, Object> fields = state.apply(event);
        String name = Stream.of("code", "address")
                .map(fields::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining(" "));
        if (name.isEmpty()) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        return names.note(
                        context.tx(), event.aggregateId(), name, context.event().sequence())
                .flatMap(newer -> newer ? Handled.applied() : Handled.ignored(Handled.Reason.STALE));
    }
}
