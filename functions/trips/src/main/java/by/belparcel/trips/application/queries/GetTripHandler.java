package by.belparcel.trips.application.queries;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.trips.application.TripView;
import by.belparcel.trips.application.assigning.TripAssignments;
import reactor.core.publisher.Mono;

/** {@code GET /trips/{id}}: the trip with its stops, batches, orders and assignments. */
public final class GetTripHandler implements QueryHandler<TripView> {

    private final VisibleTrips trips;
    private final TripAssignments assignments;

    public GetTripHandler(VisibleTrips trips, TripAssignments assignments) {
        this.trips = trips;
        this.assignments = assignments;
    }

    @Override
    public Mono<Outcome<TripView>> handle(QueryContext context) {
        return trips.find(
                context,
                trip -> assignments
                        .history(context.tx(), trip.id())
                        .map(all -> Outcome.ok(TripView.of(trip, all), trip.version())));
    }
}
