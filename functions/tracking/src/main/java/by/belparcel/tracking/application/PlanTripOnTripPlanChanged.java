package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import reactor.core.publisher.Mono;

/** Stops and way of a trip changed. */
public final class PlanTripOnTripPlanChanged implements EventHandler<TripEvent.PlanChanged> {

    private final TripBook book;

    public PlanTripOnTripPlanChanged(TripBook book) {
        this.book = book;
    }

    @Override
    public Mono<Handled> on(TripEvent.PlanChanged event, EventContext context) {
        return Plans.change(
                book, event.tripId(), new Plans.Plan(event.number(), event.stops(), event.batches()), context);
    }
}
