package by.belparcel.trips.application.following;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.trips.application.Places;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.Place;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Keeps what trips know of places. A point that closes stops the trips that go there; one that opens sets them free. */
public final class AdoptPlaceOnReferenceUpdated implements EventHandler<PlatformEvent.ReferenceUpdated> {

    private final Places places;
    private final Closures closures;

    public AdoptPlaceOnReferenceUpdated(Places places, Closures closures) {
        this.places = places;
        this.closures = closures;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.ReferenceUpdated event, EventContext context) {
        Map<String, Object> state = event.state();
        if (state == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        Optional<PlaceState> read;
        try {
            read = PlaceState.read(event.kind(), event.id(), state);
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | DateTimeException e) {
            return Mono.just(new Handled.Poison("SCHEMA", "The state of this " + event.kind() + " is incomplete."));
        }
        return read.map(known -> adopt(known, event.version(), TripWork.of(context)))
                .orElseGet(() -> Handled.ignored(Handled.Reason.STATE));
    }

    private Mono<Handled> adopt(PlaceState known, long version, TripWork work) {
        Place place = known.place();
        return places.adopt(work.tx(), place, known.status(), version)
                .flatMap(newer -> newer
                        ? closures.follow(work, place).then(Handled.applied())
                        : Handled.ignored(Handled.Reason.STALE));
    }
}
