package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import reactor.core.publisher.Mono;

/** The trip was taken from the carrier. */
public final class ReleaseTripOnTripAssignmentRevoked implements EventHandler<AssignmentEvent.AssignmentRevoked> {

    private final TripBook book;

    public ReleaseTripOnTripAssignmentRevoked(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.AssignmentRevoked event, EventContext context) {
        return Carriers.release(book, event.tripId(), event.carrierId(), context);
    }
}
