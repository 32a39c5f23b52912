package by.belparcel.carriers.application;

import by.belparcel.carriers.application.TripBook.Hold;
import by.belparcel.carriers.application.TripBook.Holder;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * After a full handover the new carrier drives and the old one is free. After a partial one the old one keeps this trip and the
 * new one has a trip of his own, which tells of itself.
 */
public final class SwapDriversOnHandoverCompleted implements EventHandler<AssignmentEvent.HandoverCompleted> {

    private final TripDuty trips;

    public SwapDriversOnHandoverCompleted(TripDuty trips) {
        this.trips = trips;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.HandoverCompleted event, EventContext context) {
        return trips.holders(event.tripId(), context).flatMap(holders -> {
            if (holders.stream().noneMatch(holder -> holder.hold() == Hold.ASSIGNED)) {
                return Mono.just(new Handled.Later("ASSIGNMENT_UNKNOWN", "Who takes over is not known here yet."));
            }
            return Flux.fromIterable(holders)
                    .concatMap(holder -> swap(holder, event, context))
                    .last(new Handled.Ignored(Handled.Reason.STATE));
        });
    }

    private Mono<Handled> swap(Holder holder, AssignmentEvent.HandoverCompleted event, EventContext context) {
        boolean takesOver = holder.hold() == Hold.ASSIGNED;
        if (event.full()) {
            return takesOver
                    ? trips.started(event.tripId(), holder.carrierId(), event.at(), context)
                    : trips.ended(event.tripId(), holder.carrierId(), event.at(), context);
        }
        return takesOver
                ? trips.ended(event.tripId(), holder.carrierId(), event.at(), context)
                : Mono.just(new Handled.Applied());
    }
}
