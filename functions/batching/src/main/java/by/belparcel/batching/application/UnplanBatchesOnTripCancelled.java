package by.belparcel.batching.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import reactor.core.publisher.Mono;

/** {@code trip.cancelled}: PLANNED → CLOSED for the batches in it, which are announced again. */
public final class UnplanBatchesOnTripCancelled implements EventHandler<TripEvent.Cancelled> {

    private final TripPlans plans;

    public UnplanBatchesOnTripCancelled(TripPlans plans) {
        this.plans = plans;
    }

    @Override
    public Mono<Handled> on(TripEvent.Cancelled event, EventContext context) {
        return plans.cancelled(event.tripId(), context);
    }
}
