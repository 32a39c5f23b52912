package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Keeps what orders know of shops, warehouses and pick-up points. An older version never replaces a newer one. */
public final class AdoptPlaceOnReferenceUpdated implements EventHandler<PlatformEvent.ReferenceUpdated> {

    private final Places places;

    public AdoptPlaceOnReferenceUpdated(Places places) {
        this.places = places;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.ReferenceUpdated event, EventContext context) {
        Map<String, Object> state = event.state();
        if (state == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        Optional<PlaceUpdate> update;
        try {
            update = ReferenceState.read(event.kind(), event.id(), event.version(), state);
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            return Mono.just(new Handled.Poison("SCHEMA", "The state of this " + event.kind() + " is incomplete."));
        }
        return update.map(known -> places.adopt(context.tx(), known)
                        .flatMap(newer -> newer ? Handled.applied() : Handled.ignored(Handled.Reason.STALE)))
                .orElseGet(() -> Handled.ignored(Handled.Reason.STATE));
    }
}
