package by.belparcel.batching.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import reactor.core.publisher.Mono;

/** {@code trip.planned}: CLOSED → PLANNED for the batches in it. An older plan of the same trip changes nothing. */
public final class PlanBatchesOnTripPlanned implements EventHandler<TripEvent.Planned> {

    private final TripPlans plans;

    public PlanBatchesOnTripPlanned(TripPlans plans) {
        this.plans = plans;
    }

    @Override
    public Mono<Handled> on(TripEvent.Planned event, EventContext context) {
        return plans.planned(event.tripId(), event.version(), event.batches(), context);
    }
}
