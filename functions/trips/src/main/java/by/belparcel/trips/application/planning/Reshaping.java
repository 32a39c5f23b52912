package by.belparcel.trips.application.planning;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.routing.distance.Conditions;
import by.belparcel.routing.distance.DistanceProvider;
import by.belparcel.routing.distance.Leg;
import by.belparcel.routing.distance.NoRouteException;
import by.belparcel.routing.distance.Route;
import by.belparcel.trips.application.Plans;
import by.belparcel.trips.application.TripFacts;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.Plan;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** A plan whose order of stops somebody has chosen: legs and times follow that order. */
public final class Reshaping {

    private final Trips trips;
    private final Plans plans;
    private final DistanceProvider distances;

    public Reshaping(Trips trips, Plans plans, DistanceProvider distances) {
        this.trips = trips;
        this.plans = plans;
        this.distances = distances;
    }

    /** With these batches only; open stops that have nothing left to do are gone. */
    static TripRecord without(TripRecord trip, List<TripBatch> left) {
        Set<String> ids = left.stream().map(TripBatch::id).collect(Collectors.toCollection(HashSet::new));
        List<Stop> stops = trip.stops().stream()
                .map(stop -> stop.finished()
                        ? stop
                        : stop.withBatches(
                                stop.batchIds().stream().filter(ids::contains).toList()))
                .filter(stop -> stop.finished() || !stop.batchIds().isEmpty())
                .toList();
        return trip.edit().batches(left).stops(stops).done();
    }

    /**
     * Measures the trip as it stands, raises its version, tells and stores it.
     *
     * @param changed with stops in their new order, at the old version
     */
    public Mono<TripRecord> apply(TripWork work, TripRecord changed, String reason) {
        return measured(changed, work.now()).flatMap(trip -> {
            TripRecord after = trip.edit().version(changed.version() + 1).done();
            work.emitter().emit(TripFacts.changed(after, reason, work.now()), after.version());
            return trips.save(work, after, "PLAN_CHANGED " + reason)
                    .flatMap(saved -> plans.record(work, saved, reason, null).thenReturn(saved));
        });
    }

    /** The same stops with new legs, planned arrivals of what is ahead, and the next version of the plan. */
    public Mono<TripRecord> measured(TripRecord trip, Instant now) {
        List<GeoPoint> via = new ArrayList<>();
        via.add(trip.origin());
        trip.stops().forEach(stop -> via.add(stop.point()));
        Instant leaves = trip.plannedDeparture().isAfter(now) ? trip.plannedDeparture() : now;
        return distances
                .route(via, Conditions.driving(leaves))
                .map(route -> timed(trip, route, now))
                // a stop that no road leads to must not stop a driver: the old legs stay
                .onErrorResume(NoRouteException.class, e -> Mono.just(unmeasured(trip)));
    }

    private static TripRecord unmeasured(TripRecord trip) {
        Plan plan = trip.plan();
        return trip.edit()
                .plan(new Plan(
                        plan.version() + 1,
                        plan.distanceM(),
                        plan.durationS(),
                        plan.provider(),
                        plan.quality(),
                        plan.plannedDeparture()))
                .done();
    }

    private static TripRecord timed(TripRecord trip, Route route, Instant now) {
        List<Stop> stops = new ArrayList<>();
        Instant free = trip.plannedDeparture();
        for (int i = 0; i < trip.stops().size(); i++) {
            Stop stop = trip.stops().get(i);
            Leg leg = route.legs().get(i);
            if (stop.finished()) {
                free = stop.actualDeparture() == null ? stop.plannedArrival() : stop.actualDeparture();
                stops.add(stop);
            } else if (i == 0) {
                stops.add(stop);
            } else {
                Instant start = free.isBefore(now) && trip.progress().departedAt() != null ? now : free;
                Instant arrival = start.plusSeconds(leg.seconds());
                Instant begins =
                        stop.windowFrom() != null && stop.windowFrom().isAfter(arrival) ? stop.windowFrom() : arrival;
                free = begins.plusSeconds(stop.serviceS());
                stops.add(stop.planned(arrival, leg.metres(), leg.seconds()));
            }
        }
        Plan plan = trip.plan();
        Instant left = trip.progress().departedAt() == null
                ? plan.plannedDeparture()
                : trip.progress().departedAt();
        long duration = Math.max(0, free.getEpochSecond() - left.getEpochSecond());
        return trip.edit()
                .stops(stops)
                .plan(new Plan(
                        plan.version() + 1,
                        route.metres(),
                        duration,
                        route.source().provider(),
                        route.source().quality(),
                        plan.plannedDeparture()))
                .done();
    }
}
