package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.TripRecord;
import by.belparcel.trips.model.assigning.Exclusion;
import by.belparcel.trips.model.assigning.Need;
import by.belparcel.trips.model.assigning.Ranker;
import by.belparcel.trips.model.assigning.Ranking;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * {@code GET /trips/{id}/candidates}: whom an operator may choose, best first, and why not the others. The radius is that of a
 * choice by hand.
 */
public final class GetCandidatesHandler implements QueryHandler<GetCandidatesHandler.View> {

    private final Trips trips;
    private final Carriers carriers;
    private final Suggestions suggestions;
    private final DatabaseClock clock;
    private final AssigningSettings settings;
    private final Needs needs;

    GetCandidatesHandler(
            Trips trips, Carriers carriers, Suggestions suggestions, DatabaseClock clock, AssigningSettings settings) {
        this.trips = trips;
        this.carriers = carriers;
        this.suggestions = suggestions;
        this.clock = clock;
        this.settings = settings;
        this.needs = new Needs(settings);
    }

    /** @param version of the trip, to be expected by the reassignment */
    public record View(
            String tripId,
            long version,
            long radiusM,
            List<Ranking.Ranked> ranked,
            List<NotThis> excluded,
            List<Suggestions.Suggestion> suggestions) {}

    /** @param overridable whether a moderator may choose it all the same */
    public record NotThis(String carrierId, List<Exclusion> reasons, boolean overridable) {}

    @Override
    public Mono<Outcome<View>> handle(QueryContext context) {
        Optional<Rejection> denied = context.denied(Map.of(), "TRIP");
        if (denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.get()));
        }
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> trips.find(context.tx(), id))
                .flatMap(trip -> view(context, trip))
                .map(Outcome::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("TRIP"))));
    }

    private Mono<View> view(QueryContext context, TripRecord trip) {
        return clock.now(context.tx())
                .flatMap(now -> carriers.all(context.tx(), trip.id(), now)
                        .flatMap(all -> suggestions
                                .ofTrip(context.tx(), trip.id())
                                .map(hints -> {
                                    Need need = need(trip, now);
                                    Ranking ranking = Ranker.rank(need, all, now, settings.ranking());
                                    return new View(
                                            trip.id(),
                                            trip.version(),
                                            need.radiusM(),
                                            ranking.ordered(),
                                            ranking.excluded().stream()
                                                    .map(GetCandidatesHandler::notThis)
                                                    .toList(),
                                            hints);
                                })));
    }

    private Need need(TripRecord trip, Instant now) {
        return needs.of(trip, Seek.of(AssignmentTrigger.MANUAL, "", trip.carrierId()), now);
    }

    private static NotThis notThis(Ranking.Excluded excluded) {
        return new NotThis(
                excluded.carrierId(),
                excluded.reasons(),
                excluded.reasons().stream().allMatch(Exclusion::isSoft));
    }
}
