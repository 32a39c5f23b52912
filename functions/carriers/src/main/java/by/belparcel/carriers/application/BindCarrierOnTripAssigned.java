package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import reactor.core.publisher.Mono;

/** The trip was offered to a carrier: from now on he cannot be deactivated by mistake. */
public final class BindCarrierOnTripAssigned implements EventHandler<AssignmentEvent.Assigned> {

    private final TripDuty trips;

    public BindCarrierOnTripAssigned(TripDuty trips) {
        this.trips = trips;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.Assigned event, EventContext context) {
        return trips.assigned(event.tripId(), event.carrierId(), event.at(), context);
    }
}
