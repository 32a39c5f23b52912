package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import reactor.core.publisher.Mono;

/** The carrier did not take the trip. */
public final class FreeCarrierOnAssignmentRejected implements EventHandler<AssignmentEvent.AssignmentRejected> {

    private final TripDuty trips;

    public FreeCarrierOnAssignmentRejected(TripDuty trips) {
        this.trips = trips;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.AssignmentRejected event, EventContext context) {
        return trips.ended(event.tripId(), event.carrierId(), event.at(), context);
    }
}
