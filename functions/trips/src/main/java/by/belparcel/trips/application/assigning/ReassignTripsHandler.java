package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.trips.application.TripWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code POST /trips/reassign-bulk}: every item is answered, in the order in which they were sent (D27). A refused item has no
 * effect and does not stop the others. All trips are locked first, in the order of their ids, so that two bulks never wait for
 * each other in a circle.
 */
public final class ReassignTripsHandler implements CommandHandler<ReassignTrips, ReassignTripsHandler.Results> {

    private static final RequestParameters NO_HEADERS = new RequestParameters(Map.of(), Map.of(), Map.of());

    private final TripLocks locks;
    private final Requesting requesting;

    ReassignTripsHandler(TripLocks locks, Requesting requesting) {
        this.locks = locks;
        this.requesting = requesting;
    }

    /** @param results one for each item, in their order */
    public record Results(List<Result> results, Summary summary) {}

    /** @param id of the trip; @param code why not, absent when it was accepted */
    public record Result(
            String id,
            boolean ok,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String reassignmentId,
            @Nullable Long version) {}

    public record Summary(long ok, long failed) {}

    @Override
    public Mono<Outcome<Results>> handle(ReassignTrips command, CommandContext context) {
        Optional<Rejection> denied = context.denied(Map.of(), "TRIP");
        if (denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.get()));
        }
        TripWork work = TripWork.of(context);
        return Flux.fromStream(command.items().stream()
                        .map(ReassignTrips.Item::tripId)
                        .distinct()
                        .sorted())
                .concatMap(id -> locks.hold(work, id), 1)
                .then(Mono.defer(() -> answer(work, command.items(), context.principal())))
                .map(Outcome::ok);
    }

    private Mono<Results> answer(TripWork work, List<ReassignTrips.Item> items, Principal operator) {
        return Flux.fromIterable(items)
                .concatMap(item -> one(work, item, operator), 1)
                .collectList()
                .map(results -> {
                    long ok = results.stream().filter(Result::ok).count();
                    return new Results(results, new Summary(ok, results.size() - ok));
                });
    }

    /** Read again for each item: an item before it may have been for the same trip. */
    private Mono<Result> one(TripWork work, ReassignTrips.Item item, Principal operator) {
        ReassignTrip wish = item.command();
        return locks.hold(work, item.tripId())
                .flatMap(held -> requesting.request(
                        work,
                        held,
                        wish,
                        operator,
                        ExpectedVersion.conflict(
                                wish.expectedVersion(), NO_HEADERS, held.trip().version())))
                .map(answer -> result(item.tripId(), answer))
                .switchIfEmpty(Mono.fromSupplier(
                        () -> result(item.tripId(), Requesting.Answer.refused(Rejection.notFound("TRIP")))));
    }

    private static Result result(String tripId, Requesting.Answer answer) {
        Rejection no = answer.rejection();
        return no == null
                ? new Result(tripId, true, null, null, answer.requestId(), answer.version())
                : new Result(tripId, false, no.code(), no.detail(), null, null);
    }
}
