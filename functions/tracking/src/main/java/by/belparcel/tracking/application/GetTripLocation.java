package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.SignalStatus;
import reactor.core.publisher.Mono;

/** {@code GET /trips/{id}/location}: the last position; a lost one stays at its last place, a trip that is over has none. */
public final class GetTripLocation implements QueryHandler<LocationView> {

    private final VisibleTrips trips;

    public GetTripLocation(LocationReads reads) {
        this.trips = new VisibleTrips(reads);
    }

    @Override
    public Mono<Outcome<LocationView>> handle(QueryContext context) {
        return trips.find(context, found -> {
            LocationView location = found.location();
            boolean unknown = location.lat() == null && location.status() != SignalStatus.ENDED;
            return Mono.just(unknown ? Outcome.refused(Rejection.notFound("LOCATION")) : Outcome.ok(location));
        });
    }
}
