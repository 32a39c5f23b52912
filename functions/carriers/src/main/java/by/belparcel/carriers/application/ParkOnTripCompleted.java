package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import reactor.core.publisher.Mono;

/** The carrier is free again, and his time at the wheel is counted. */
public final class ParkOnTripCompleted implements EventHandler<TripEvent.Completed> {

    private final TripDuty trips;

    public ParkOnTripCompleted(TripDuty trips) {
        this.trips = trips;
    }

    @Override
    public Mono<Handled> on(TripEvent.Completed event, EventContext context) {
        return trips.ended(event.tripId(), event.carrierId(), event.completedAt(), context);
    }
}
