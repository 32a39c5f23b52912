package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import reactor.core.publisher.Mono;

/** A carrier was chosen for a trip. */
public final class AssignTripOnTripAssigned implements EventHandler<AssignmentEvent.Assigned> {

    private final TripBook book;

    public AssignTripOnTripAssigned(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.Assigned event, EventContext context) {
        return Carriers.change(book, event.tripId(), event.carrierId(), context);
    }
}
