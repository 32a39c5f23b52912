package by.belparcel.batching.application;

import by.belparcel.batching.model.Place;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.BatchCloseReason;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps what batches know of places. A pick-up point that takes nothing any more freezes its open batches: they are cancelled,
 * their orders wait. When it takes parcels again, the waiting ones join batches.
 */
public final class RegroupOrdersOnReferenceUpdated implements EventHandler<PlatformEvent.ReferenceUpdated> {

    private final Places places;
    private final Destinations destinations;
    private final BatchCancelling cancelling;
    private final WaitingList waiting;
    private final OrderAdding adding;

    public RegroupOrdersOnReferenceUpdated(
            Places places,
            Destinations destinations,
            BatchCancelling cancelling,
            WaitingList waiting,
            OrderAdding adding) {
        this.places = places;
        this.destinations = destinations;
        this.cancelling = cancelling;
        this.waiting = waiting;
        this.adding = adding;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.ReferenceUpdated event, EventContext context) {
        Map<String, Object> state = event.state();
        if (state == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        Optional<Place> place;
        try {
            place = ReferenceState.read(event.kind(), event.id(), state);
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | DateTimeException e) {
            return Mono.just(new Handled.Poison("SCHEMA", "The state of this " + event.kind() + " is incomplete."));
        }
        return place.map(known -> adopt(Work.of(context), known, event.version()))
                .orElseGet(() -> Handled.ignored(Handled.Reason.STATE));
    }

    private Mono<Handled> adopt(Work work, Place place, long version) {
        return places.adopt(work.tx(), place, version).flatMap(isNewer -> {
            if (!isNewer) {
                return Handled.ignored(Handled.Reason.STALE);
            }
            if (place.kind() != Place.Kind.PVZ) {
                return Handled.applied();
            }
            Flux<?> regrouped = place.isOpen() ? resume(work, place.id()) : freeze(work, place.id());
            return regrouped.then(Handled.applied());
        });
    }

    private Flux<?> freeze(Work work, String placeId) {
        return destinations
                .open(work.tx(), placeId)
                .flatMapIterable(open -> open)
                .concatMap(open -> cancelling.cancel(work, open, BatchCloseReason.DEST_SUSPENDED.name()));
    }

    private Flux<?> resume(Work work, String placeId) {
        return waiting.of(work.tx(), placeId)
                .flatMapIterable(parcels -> parcels)
                .concatMap(parcel -> adding.add(work, parcel));
    }
}
