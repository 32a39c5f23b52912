package by.belparcel.trips.application.driving;

import by.belparcel.events.TripEvent;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.TripState;
import by.belparcel.routing.eta.Fix;
import by.belparcel.trips.application.Estimates;
import by.belparcel.trips.application.Plans;
import by.belparcel.trips.application.TripFacts;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.application.assigning.TripAssignments;
import by.belparcel.trips.application.planning.Reshaping;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Ends a {@link Ride}: measures a changed plan, completes the trip after its last stop, estimates arrivals, stores it. */
public final class Rides {

    private final Trips trips;
    private final Plans plans;
    private final Reshaping reshaping;
    private final Estimates estimates;
    private final TripAssignments assignments;

    public Rides(Trips trips, Plans plans, Reshaping reshaping, Estimates estimates, TripAssignments assignments) {
        this.trips = trips;
        this.plans = plans;
        this.reshaping = reshaping;
        this.estimates = estimates;
        this.assignments = assignments;
    }

    /** @param what for the history */
    Mono<TripRecord> finish(Ride ride, String what) {
        return measured(ride)
                .then(Mono.defer(() -> end(ride)))
                .then(Mono.defer(() -> trips.save(
                        ride.work(), ride.trip().edit().version(ride.version()).done(), what)))
                .flatMap(saved -> ride.replanned()
                        .map(reason ->
                                plans.record(ride.work(), saved, reason, null).thenReturn(saved))
                        .orElseGet(() -> Mono.just(saved)));
    }

    private Mono<Void> measured(Ride ride) {
        Optional<String> reason = ride.replanned();
        if (reason.isEmpty()) {
            return Mono.empty();
        }
        return reshaping
                .measured(ride.trip(), ride.work().now())
                .doOnNext(trip -> {
                    ride.change(before -> trip);
                    TripRecord told = trip.edit().version(ride.version()).done();
                    ride.emit(TripFacts.changed(told, reason.get(), ride.work().now()));
                })
                .then();
    }

    private Mono<Void> end(Ride ride) {
        TripRecord trip = ride.trip();
        boolean over = trip.state() == TripState.IN_TRANSIT
                && trip.openStops().isEmpty()
                && trip.batches().stream().noneMatch(TripBatch::onBoard);
        if (over) {
            return complete(ride);
        }
        estimate(ride);
        return Mono.empty();
    }

    private void estimate(Ride ride) {
        TripRecord trip = ride.trip();
        Optional<Fix> fix = lastCall(trip).map(stop -> new Fix(stop.point(), seen(stop)));
        Estimates.Estimated estimated =
                estimates.of(trip, fix.stream().toList(), ride.work().now(), ride.turned());
        ride.change(before -> estimated.trip());
        if (estimated.news() != null) {
            ride.emit(estimated.news());
        }
    }

    private static Optional<Stop> lastCall(TripRecord trip) {
        return trip.stops().stream()
                .filter(stop -> stop.actualArrival() != null)
                .reduce((one, other) -> seen(one).isAfter(seen(other)) ? one : other);
    }

    private static Instant seen(Stop stop) {
        Instant left = stop.actualDeparture();
        return left == null ? Objects.requireNonNull(stop.actualArrival()) : left;
    }

    private Mono<Void> complete(Ride ride) {
        Instant now = ride.work().now();
        ride.change(trip -> trip.edit()
                .state(TripState.COMPLETED)
                .progress(trip.progress().completed(now))
                .attention(trip.attention().manual(false, null).handover(false, null))
                .version(ride.version())
                .done());
        TripRecord trip = ride.trip();
        ride.emit(new TripEvent.Completed(
                trip.id(), Objects.requireNonNull(trip.carrierId()), now, stats(trip, now), now));
        return assignments.complete(ride.work(), trip);
    }

    private static Map<String, Object> stats(TripRecord trip, Instant now) {
        Map<String, Object> stats = new LinkedHashMap<>();
        List<Stop> stops = trip.stops();
        for (StopState state : List.of(StopState.DONE, StopState.SKIPPED, StopState.FAILED)) {
            stats.put(
                    "stops_" + state.name().toLowerCase(Locale.ROOT),
                    stops.stream().filter(stop -> stop.state() == state).count());
        }
        stats.put("batches", trip.batches().size());
        stats.put("distance_m", trip.distanceM());
        Instant left = trip.progress().departedAt();
        stats.put("duration_s", left == null ? 0 : Duration.between(left, now).toSeconds());
        return stats;
    }
}
