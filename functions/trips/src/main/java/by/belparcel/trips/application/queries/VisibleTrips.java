package by.belparcel.trips.application.queries;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.AssignmentState;
import by.belparcel.trips.application.TripAccess;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.application.assigning.TripAssignments;
import by.belparcel.trips.model.TripRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Finds the trip of a path {@code /trips/{id}/..} and shows it only to those who may see it. */
public final class VisibleTrips {

    private final Trips trips;
    private final TripAssignments assignments;

    public VisibleTrips(Trips trips, TripAssignments assignments) {
        this.trips = trips;
        this.assignments = assignments;
    }

    <T> Mono<Outcome<T>> find(QueryContext context, Function<TripRecord, Mono<Outcome<T>>> then) {
        Optional<String> id = PathId.of(context.parameters());
        if (id.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.notFound("TRIP")));
        }
        return trips.find(context.tx(), id.get())
                .flatMap(trip -> context.denied(TripAccess.facts(trip, context.principal()), "TRIP")
                        .map(denied -> takesOver(context, trip)
                                .flatMap(allowed -> allowed ? then.apply(trip) : Mono.just(Outcome.<T>refused(denied))))
                        .orElseGet(() -> then.apply(trip)))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("TRIP"))));
    }

    /** The carrier of a handover does not drive the trip yet, but has to know what to fetch, and where. */
    private Mono<Boolean> takesOver(QueryContext context, TripRecord trip) {
        List<String> own = context.principal().claims().getOrDefault("carrier_id", List.of());
        if (own.isEmpty() || trip.carrierId() == null) {
            return Mono.just(false);
        }
        return assignments
                .history(context.tx(), trip.id())
                .map(all -> all.stream()
                        .anyMatch(a -> a.state() == AssignmentState.HANDOVER && own.contains(a.carrierId())));
    }
}
