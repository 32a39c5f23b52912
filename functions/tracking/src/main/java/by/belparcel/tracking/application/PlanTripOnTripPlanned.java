package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import reactor.core.publisher.Mono;

/** Stops and way of a new trip. */
public final class PlanTripOnTripPlanned implements EventHandler<TripEvent.Planned> {

    private final TripBook book;

    public PlanTripOnTripPlanned(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(TripEvent.Planned event, EventContext context) {
        return Plans.change(
                book, event.tripId(), new Plans.Plan(event.number(), event.stops(), event.batches()), context);
    }
}
