package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Follows where warehouses and pick-up points are; older states and other kinds are of no interest. */
public final class RecordPlaceOnReferenceUpdated implements EventHandler<PlatformEvent.ReferenceUpdated> {

    private final Places places;

    public RecordPlaceOnReferenceUpdated(Places places) {
        this.places = places;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.ReferenceUpdated event, EventContext context) {
        return place(event)
                .map(place -> places.record(context.tx(), place)
                        .flatMap(newer -> newer ? Handled.applied() : Handled.ignored(Handled.Reason.STALE)))
                .orElseGet(() -> Handled.ignored(Handled.Reason.STATE));
    }

    private static Optional<Places.Place> place(PlatformEvent.ReferenceUpdated event) {
        Map<String, Object> state = event.state() == null ? Map.of() : event.state();
        String kind = event.kind().toUpperCase(Locale.ROOT);
        String known = kind.startsWith("WAREHOUSE") ? "WAREHOUSE" : kind.startsWith("PVZ") ? "PVZ" : "";
        return !known.isEmpty() && state.get("lat") instanceof Number lat && state.get("lng") instanceof Number lng
                ? Optional.of(
                        new Places.Place(event.id(), known, lat.doubleValue(), lng.doubleValue(), event.version()))
                : Optional.empty();
    }
}
