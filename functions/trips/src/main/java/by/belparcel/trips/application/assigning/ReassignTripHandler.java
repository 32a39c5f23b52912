package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.trips.application.TripWork;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code POST /trips/{id}/reassign}: 202 when the wish is on its way; the answer comes as an event. */
public final class ReassignTripHandler implements CommandHandler<ReassignTrip, ReassignTripHandler.Accepted> {

    private final TripLocks locks;
    private final Requesting requesting;

    ReassignTripHandler(TripLocks locks, Requesting requesting) {
        this.locks = locks;
        this.requesting = requesting;
    }

    /** @param version of the trip, to be expected by the next command */
    public record Accepted(String reassignmentId, String tripId, long version) {}

    @Override
    public Mono<Outcome<Accepted>> handle(ReassignTrip command, CommandContext context) {
        Optional<Rejection> denied = context.denied(Map.of(), "TRIP");
        if (denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.get()));
        }
        TripWork work = TripWork.of(context);
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> locks.hold(work, id))
                .flatMap(held -> requesting
                        .request(
                                work,
                                held,
                                command,
                                context.principal(),
                                ExpectedVersion.conflict(
                                        command.expectedVersion(),
                                        context.parameters(),
                                        held.trip().version()))
                        .map(answer -> outcome(held.trip().id(), answer)))
                .switchIfEmpty(Mono.defer(CarrierCommands::notFound));
    }

    private static Outcome<Accepted> outcome(String tripId, Requesting.Answer answer) {
        Rejection rejection = answer.rejection();
        return rejection != null
                ? Outcome.refused(rejection)
                : Outcome.accepted(new Accepted(answer.requestId(), tripId, answer.version()), "/trips/" + tripId);
    }
}
