package by.belparcel.trips.application.assigning;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.routing.eta.Fix;
import by.belparcel.trips.application.Estimates;
import by.belparcel.trips.application.Positions;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.TripRecord;
import java.util.List;
import reactor.core.publisher.Mono;

/** The arrival times of a trip whose goods have changed vehicles: from the place and the time of the handover on. */
final class NewVehicle {

    private final Positions positions;
    private final Estimates estimates;

    NewVehicle(Positions positions, Estimates estimates) {
        this.positions = positions;
        this.estimates = estimates;
    }

    /** What the old vehicle drove says nothing about the new one. */
    Mono<Void> forgetOld(TripWork work, String tripId) {
        return positions.forget(work.tx(), tripId);
    }

    /** Tells the next arrival. @param trip with its new version @return with arrival times, not saved */
    TripRecord estimated(TripWork work, TripRecord trip, GeoPoint place) {
        Estimates.Estimated estimated = estimates.of(trip, List.of(new Fix(place, work.now())), work.now(), true);
        if (estimated.news() != null) {
            work.emitter().emit(estimated.news(), trip.version());
        }
        return estimated.trip();
    }
}
