package by.belparcel.trips.application.following;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TrackingEvent;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.TripState;
import by.belparcel.routing.eta.Fix;
import by.belparcel.trips.application.Estimates;
import by.belparcel.trips.application.Positions;
import by.belparcel.trips.application.TripTerms;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.TripRecord;
import java.util.List;
import reactor.core.publisher.Mono;

/** At most once a minute for each trip: a new arrival time, stored and told only when it moved by more than five minutes. */
public final class EstimateArrivalOnPositionAccepted implements EventHandler<TrackingEvent.PositionAccepted> {

    private final Trips trips;
    private final Positions positions;
    private final Estimates estimates;
    private final TripTerms terms;

    public EstimateArrivalOnPositionAccepted(Trips trips, Positions positions, Estimates estimates, TripTerms terms) {
        this.trips = trips;
        this.positions = positions;
        this.estimates = estimates;
        this.terms = terms;
    }

    @Override
    public Mono<Handled> on(TrackingEvent.PositionAccepted event, EventContext context) {
        Fix fix = new Fix(
                new GeoPoint(event.fix().lat(), event.fix().lng()), event.fix().deviceTime());
        return positions
                .take(context.tx(), event.tripId(), fix, context.now(), terms.etaInterval())
                .flatMap(fixes -> trips.find(context.tx(), event.tripId())
                        .filter(trip -> trip.state() == TripState.IN_TRANSIT)
                        .flatMap(trip -> estimate(trip, fixes, TripWork.of(context)))
                        .switchIfEmpty(Handled.ignored(Handled.Reason.STATE)))
                .switchIfEmpty(Handled.ignored(Handled.Reason.STALE));
    }

    private Mono<Handled> estimate(TripRecord seen, List<Fix> fixes, TripWork work) {
        if (estimates.of(seen, fixes, work.now()).news() == null) {
            return Handled.applied();
        }
        return trips.lock(work.tx(), seen.id())
                .flatMap(trip -> tell(trip, fixes, work))
                .switchIfEmpty(Handled.applied());
    }

    private Mono<Handled> tell(TripRecord trip, List<Fix> fixes, TripWork work) {
        Estimates.Estimated estimated = estimates.of(trip, fixes, work.now());
        if (estimated.news() == null) {
            return Handled.applied();
        }
        TripRecord after = estimated.trip().touched();
        work.emitter().emit(estimated.news(), after.version());
        return trips.save(work, after, "ETA_CHANGED").then(Handled.applied());
    }
}
