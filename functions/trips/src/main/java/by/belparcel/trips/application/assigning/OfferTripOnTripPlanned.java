package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import by.belparcel.trips.application.TripWork;
import reactor.core.publisher.Mono;

/** Offers a new trip to the best carrier at once. */
public final class OfferTripOnTripPlanned implements EventHandler<TripEvent.Planned> {

    private final TripLocks locks;
    private final Waiting waiting;

    public OfferTripOnTripPlanned(TripLocks locks, Waiting waiting) {
        this.locks = locks;
        this.waiting = waiting;
    }

    @Override
    public Mono<Handled> on(TripEvent.Planned event, EventContext context) {
        return locks.on(TripWork.of(context), event.tripId(), waiting::offerFirst);
    }
}
