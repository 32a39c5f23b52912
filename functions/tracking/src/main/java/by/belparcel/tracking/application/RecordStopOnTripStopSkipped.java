package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.StopState;
import reactor.core.publisher.Mono;

/** A stop was left out. */
public final class RecordStopOnTripStopSkipped implements EventHandler<TripEvent.StopSkipped> {

    private final TripBook book;

    public RecordStopOnTripStopSkipped(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(TripEvent.StopSkipped event, EventContext context) {
        return StopProgress.change(book, event.tripId(), event.seq(), event.placeId(), StopState.SKIPPED, context);
    }
}
