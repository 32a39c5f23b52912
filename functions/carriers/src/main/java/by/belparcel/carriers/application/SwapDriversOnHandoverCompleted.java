package by.belparcel.carriers.application;

import by.belparcel.carriers.application.TripBook.Hold;
import by.belparcel.carriers.application.TripBook.Holder;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.AssignmentEvent;
import java.util.Comparator;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * After a full handover the new carrier drives and the old one is free. After a partial one the old one keeps this trip and the
 * new one has a trip of his own, which tells of itself. What is known of a later moment stays: the trip may be over already.
 */
public final class SwapDriversOnHandoverCompleted implements EventHandler<AssignmentEvent.HandoverCompleted> {

    private final TripDuty trips;

    public SwapDriversOnHandoverCompleted(TripDuty trips) {
        this.trips = trips;
    }

    @Override
    public Mono<Handled> on(AssignmentEvent.HandoverCompleted event, EventContext context) {
        return trips.holders(event.tripId(), context).flatMap(holders -> {
            long now = context.event().sequence();
            Optional<Holder> taker = holders.stream()
                    .filter(holder -> holder.hold() == Hold.ASSIGNED && holder.sequence() <= now)
                    .max(Comparator.comparingLong(Holder::sequence));
            // whoever took everything over may have ended the trip since
            boolean taken = event.full() && holders.stream().anyMatch(holder -> holder.sequence() > now);
            if (taker.isEmpty() && !taken) {
                return Mono.just(new Handled.Later("ASSIGNMENT_UNKNOWN", "Who takes over is not known here yet."));
            }
            String takerId = taker.map(Holder::carrierId).orElse(null);
            return Flux.fromIterable(holders)
                    .concatMap(holder -> swap(holder, holder.carrierId().equals(takerId), event, context))
                    .last(new Handled.Ignored(Handled.Reason.STATE));
        });
    }

    private Mono<Handled> swap(
            Holder holder, boolean takesOver, AssignmentEvent.HandoverCompleted event, EventContext context) {
        if (event.full() && takesOver) {
            return trips.started(event.tripId(), holder.carrierId(), event.at(), context);
        }
        return event.full() || takesOver
                ? trips.ended(event.tripId(), holder.carrierId(), event.at(), context)
                : Mono.just(new Handled.Applied());
    }
}
