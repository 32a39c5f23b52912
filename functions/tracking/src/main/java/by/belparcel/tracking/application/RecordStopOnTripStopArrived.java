package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.StopState;
import reactor.core.publisher.Mono;

/** The carrier is at a stop. */
public final class RecordStopOnTripStopArrived implements EventHandler<TripEvent.StopArrived> {

    private final TripBook book;

    public RecordStopOnTripStopArrived(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(TripEvent.StopArrived event, EventContext context) {
        return StopProgress.change(book, event.tripId(), event.seq(), event.placeId(), StopState.ARRIVED, context);
    }
}
