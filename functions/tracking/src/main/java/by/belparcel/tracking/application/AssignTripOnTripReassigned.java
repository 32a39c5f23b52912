package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import reactor.core.publisher.Mono;

/** Another carrier was chosen for a trip. */
public final class AssignTripOnTripReassigned implements EventHandler<AssignmentEvent.Reassigned> {

    private final TripBook book;

    public AssignTripOnTripReassigned(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.Reassigned event, EventContext context) {
        return Carriers.change(book, event.tripId(), event.carrierId(), context);
    }
}
