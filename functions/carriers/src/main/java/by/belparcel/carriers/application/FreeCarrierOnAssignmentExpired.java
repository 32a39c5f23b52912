package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import reactor.core.publisher.Mono;

/** The carrier did not answer in time. */
public final class FreeCarrierOnAssignmentExpired implements EventHandler<AssignmentEvent.AssignmentExpired> {

    private final TripDuty trips;

    public FreeCarrierOnAssignmentExpired(TripDuty trips) {
        this.trips = trips;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.AssignmentExpired event, EventContext context) {
        return trips.ended(event.tripId(), event.carrierId(), event.at(), context);
    }
}
