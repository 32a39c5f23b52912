package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.StopState;
import reactor.core.publisher.Mono;

/** A stop is done. */
public final class RecordStopOnTripStopCompleted implements EventHandler<TripEvent.StopCompleted> {

    private final TripBook book;

    public RecordStopOnTripStopCompleted(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(TripEvent.StopCompleted event, EventContext context) {
        return StopProgress.change(book, event.tripId(), event.seq(), event.placeId(), StopState.DONE, context);
    }
}
