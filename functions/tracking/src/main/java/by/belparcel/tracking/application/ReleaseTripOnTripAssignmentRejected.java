package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import reactor.core.publisher.Mono;

/** The carrier does not want the trip. */
public final class ReleaseTripOnTripAssignmentRejected implements EventHandler<AssignmentEvent.AssignmentRejected> {

    private final TripBook book;

    public ReleaseTripOnTripAssignmentRejected(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.AssignmentRejected event, EventContext context) {
        return Carriers.release(book, event.tripId(), event.carrierId(), context);
    }
}
