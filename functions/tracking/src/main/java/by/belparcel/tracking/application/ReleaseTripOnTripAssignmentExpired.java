package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import reactor.core.publisher.Mono;

/** The carrier did not answer in time. */
public final class ReleaseTripOnTripAssignmentExpired implements EventHandler<AssignmentEvent.AssignmentExpired> {

    private final TripBook book;

    public ReleaseTripOnTripAssignmentExpired(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.AssignmentExpired event, EventContext context) {
        return Carriers.release(book, event.tripId(), event.carrierId(), context);
    }
}
