package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import reactor.core.publisher.Mono;

/** The trip goes to another carrier. The old one is freed only if he is not on the road with it: a handover ends that. */
public final class BindCarrierOnTripReassigned implements EventHandler<AssignmentEvent.Reassigned> {

    private final TripDuty trips;

    public BindCarrierOnTripReassigned(TripDuty trips) {
        this.trips = trips;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.Reassigned event, EventContext context) {
        return trips.assigned(event.tripId(), event.carrierId(), event.assignedAt(), context);
    }
}
