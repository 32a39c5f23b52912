package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import reactor.core.publisher.Mono;

/** The carrier is ON_TRIP. */
public final class DriveOnTripStarted implements EventHandler<TripEvent.Started> {

    private final TripDuty trips;

    public DriveOnTripStarted(TripDuty trips) {
        this.trips = trips;
    }

    @Override
    public Mono<Handled> on(TripEvent.Started event, EventContext context) {
        return trips.started(event.tripId(), event.carrierId(), event.startedAt(), context);
    }
}
