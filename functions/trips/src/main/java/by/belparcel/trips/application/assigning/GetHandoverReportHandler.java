package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.trips.application.Trips;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code GET /trips/{id}/handover-report}: every handover of the trip, what was moved and what remained. */
public final class GetHandoverReportHandler implements QueryHandler<GetHandoverReportHandler.View> {

    private final Trips trips;
    private final Handovers handovers;

    public GetHandoverReportHandler(Trips trips, Handovers handovers) {
        this.trips = trips;
        this.handovers = handovers;
    }

    /** @param handovers oldest first; for a child trip also the one that it came from */
    public record View(String tripId, String number, List<Handovers.Report> handovers) {}

    @Override
    public Mono<Outcome<View>> handle(QueryContext context) {
        Optional<Rejection> denied = context.denied(Map.of(), "TRIP");
        if (denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.get()));
        }
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> trips.find(context.tx(), id))
                .flatMap(trip -> handovers
                        .ofTrip(context.tx(), trip.id())
                        .map(reports -> Outcome.ok(new View(trip.id(), trip.number(), reports))))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("TRIP"))));
    }
}
