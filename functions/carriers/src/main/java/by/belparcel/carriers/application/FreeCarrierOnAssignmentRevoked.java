package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import reactor.core.publisher.Mono;

/** The trip was taken from the carrier; if he was on the road with it, he is free again. */
public final class FreeCarrierOnAssignmentRevoked implements EventHandler<AssignmentEvent.AssignmentRevoked> {

    private final TripDuty trips;

    public FreeCarrierOnAssignmentRevoked(TripDuty trips) {
        this.trips = trips;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.AssignmentRevoked event, EventContext context) {
        return trips.ended(event.tripId(), event.carrierId(), event.at(), context);
    }
}
