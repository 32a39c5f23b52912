package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import reactor.core.publisher.Mono;

/** Somebody comes to take over on the road. */
public final class AssignTripOnHandoverInitiated implements EventHandler<AssignmentEvent.HandoverInitiated> {

    private final TripBook book;

    public AssignTripOnHandoverInitiated(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.HandoverInitiated event, EventContext context) {
        return Carriers.change(book, event.tripId(), event.to(), context);
    }
}
