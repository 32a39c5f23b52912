package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.TripState;
import reactor.core.publisher.Mono;

/** The trip reached its end. */
public final class EndTripOnTripCompleted implements EventHandler<TripEvent.Completed> {

    private final TripBook book;

    public EndTripOnTripCompleted(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(TripEvent.Completed event, EventContext context) {
        return TripEnd.change(book, event.tripId(), TripState.COMPLETED, event.completedAt(), context);
    }
}
