package by.belparcel.carriers.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import java.util.SortedSet;
import java.util.TreeSet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Nobody drives the trip any more. */
public final class FreeCarriersOnTripCancelled implements EventHandler<TripEvent.Cancelled> {

    private final TripDuty trips;

    public FreeCarriersOnTripCancelled(TripDuty trips) {
        this.trips = trips;
    }

    @Override
    public Mono<Handled> on(TripEvent.Cancelled event, EventContext context) {
        return trips.holders(event.tripId(), context)
                .flatMapMany(holders -> {
                    SortedSet<String> carriers = new TreeSet<>();
                    holders.forEach(holder -> carriers.add(holder.carrierId()));
                    if (event.carrierId() != null) {
                        carriers.add(event.carrierId());
                    }
                    return Flux.fromIterable(carriers);
                })
                .concatMap(carrier -> trips.ended(event.tripId(), carrier, event.at(), context))
                .last(new Handled.Ignored(Handled.Reason.STATE));
    }
}
