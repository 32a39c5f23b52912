package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.TripState;
import reactor.core.publisher.Mono;

/** The trip does not take place. */
public final class EndTripOnTripCancelled implements EventHandler<TripEvent.Cancelled> {

    private final TripBook book;

    public EndTripOnTripCancelled(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(TripEvent.Cancelled event, EventContext context) {
        return TripEnd.change(book, event.tripId(), TripState.CANCELLED, event.at(), context);
    }
}
