package by.belparcel.trips.application.queries;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import reactor.core.publisher.Mono;

/** {@code GET /trips/{id}/timeline}. */
public final class GetTimelineHandler implements QueryHandler<TimelineView> {

    private final VisibleTrips trips;
    private final TripReads reads;

    public GetTimelineHandler(VisibleTrips trips, TripReads reads) {
        this.trips = trips;
        this.reads = reads;
    }

    @Override
    public Mono<Outcome<TimelineView>> handle(QueryContext context) {
        return trips.find(
                context,
                trip -> reads.history(context.tx(), trip.id())
                        .map(entries ->
                                Outcome.ok(new TimelineView(trip.id(), trip.number(), entries), trip.version())));
    }
}
