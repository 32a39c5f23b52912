package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.StopState;
import reactor.core.publisher.Mono;

/** A stop could not be served. */
public final class RecordStopOnTripStopFailed implements EventHandler<TripEvent.StopFailed> {

    private final TripBook book;

    public RecordStopOnTripStopFailed(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(TripEvent.StopFailed event, EventContext context) {
        return StopProgress.change(book, event.tripId(), event.seq(), event.placeId(), StopState.FAILED, context);
    }
}
