package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.ReassignCommand;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.TripRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * An operator's wish: checked under the trip's lock and noted in the trip's version, so that of two operators who saw the same
 * version one gets 202 and the other 409; then sent to the command topic, where it is carried out.
 */
final class Requesting {

    private final Trips trips;
    private final Reassignments requests;
    private final ReassignChecks checks;

    Requesting(Trips trips, Reassignments requests, ReassignChecks checks) {
        this.trips = trips;
        this.requests = requests;
        this.checks = checks;
    }

    /** @param rejection absent when it was accepted */
    record Answer(String requestId, long version, @Nullable Rejection rejection) {
        static Answer refused(Rejection rejection) {
            return new Answer("", 0, rejection);
        }
    }

    /** Without effect when it is refused. @param conflict what the caller says about the version, checked after the state */
    Mono<Answer> request(
            TripWork work,
            TripLocks.Held held,
            ReassignTrip command,
            Principal operator,
            Optional<Rejection> conflict) {
        Optional<Rejection> first =
                ReassignChecks.state(held).or(() -> conflict).or(() -> mayOverride(command, operator));
        if (first.isPresent()) {
            return Mono.just(Answer.refused(first.get()));
        }
        Reassignments.Request request = new Reassignments.Request(
                work.newId().get(),
                held.trip().id(),
                command.newCarrierId(),
                command.reason(),
                command.override(),
                operator.subject(),
                command.handoverPlace(),
                true);
        return checks.check(work, held, request)
                .flatMap(verdict -> verdict instanceof ReassignChecks.Verdict.No no
                        ? Mono.just(Answer.refused(no.rejection()))
                        : send(work, held.trip().touched(), request));
    }

    private static Optional<Rejection> mayOverride(ReassignTrip command, Principal operator) {
        boolean may = command.override().isEmpty() || operator.is("moderator") || operator.is("admin");
        return may ? Optional.empty() : Optional.of(Rejection.forbidden("Only a moderator may override a reason."));
    }

    private Mono<Answer> send(TripWork work, TripRecord trip, Reassignments.Request request) {
        work.emitter()
                .emit(
                        new ReassignCommand.Requested(
                                trip.id(),
                                request.id(),
                                request.carrierId(),
                                request.reason(),
                                trip.version(),
                                request.override().stream()
                                        .map(Enum::name)
                                        .sorted()
                                        .toList(),
                                request.place(),
                                request.operatorId(),
                                work.now()),
                        trip.version());
        return requests.insert(work.tx(), request, work.now())
                .then(Mono.defer(() -> trips.save(work, trip, "REASSIGN_REQUESTED " + request.carrierId())))
                .map(after -> new Answer(request.id(), after.version(), null));
    }
}
