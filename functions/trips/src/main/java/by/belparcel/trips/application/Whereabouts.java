package by.belparcel.trips.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.TripState;
import by.belparcel.routing.eta.Fix;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripRecord;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where the vehicle of a trip on the road was last seen. */
public final class Whereabouts {

    private final Positions positions;

    public Whereabouts(Positions positions) {
        this.positions = positions;
    }

    /** Empty when it has left a stop since its last position, or has no position yet, or is not on the road. */
    public Mono<GeoPoint> of(Transaction tx, TripRecord trip) {
        return trip.state() != TripState.IN_TRANSIT
                ? Mono.empty()
                : positions
                        .last(tx, trip.id())
                        .filter(fix -> trip.stops().stream().noneMatch(stop -> leftAfter(stop, fix.at())))
                        .map(Fix::point);
    }

    private static boolean leftAfter(Stop stop, Instant at) {
        Instant left = stop.actualDeparture();
        return stop.actualArrival() != null && left != null && left.isAfter(at);
    }
}
