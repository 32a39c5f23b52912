package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.trips.application.TripWork;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the driver's commands on an assignment have in common: the trip is the path's, the carrier is the token's. */
final class CarrierCommands {

    private final TripLocks locks;
    private final Assignments assignments;

    CarrierCommands(TripLocks locks, Assignments assignments) {
        this.locks = locks;
        this.assignments = assignments;
    }

    /** @param mine the carrier's newest assignment of this trip */
    record Mine(TripWork work, TripLocks.Held held, AssignmentRecord mine) {}

    /** A trip that the carrier never was asked for does not exist for it: 404. */
    <R> Mono<Outcome<R>> run(CommandContext context, Function<Mine, Mono<Outcome<R>>> step) {
        Optional<String> id = PathId.of(context.parameters());
        String carrierId = context.principal().claim("carrier_id");
        if (id.isEmpty() || carrierId == null) {
            return notFound();
        }
        Optional<Rejection> denied = context.denied(Map.of("carrier_id", carrierId), "TRIP");
        if (denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.get()));
        }
        TripWork work = TripWork.of(context);
        return locks.hold(work, id.get())
                .flatMap(held -> newest(work, held, carrierId).flatMap(mine -> step.apply(new Mine(work, held, mine))))
                .switchIfEmpty(Mono.defer(CarrierCommands::notFound));
    }

    /** An open one is newer than all that have ended, and it is read already. */
    private Mono<AssignmentRecord> newest(TripWork work, TripLocks.Held held, String carrierId) {
        @Nullable
        AssignmentRecord open = held.open().stream()
                .filter(assignment -> assignment.carrierId().equals(carrierId))
                .findFirst()
                .orElse(null);
        if (open != null) {
            return Mono.just(open);
        }
        return assignments
                .ofTrip(work.tx(), held.trip().id())
                .flatMap(all -> Mono.justOrEmpty(all.stream()
                        .filter(assignment -> assignment.carrierId().equals(carrierId))
                        .reduce((older, newer) -> newer)));
    }

    static <R> Mono<Outcome<R>> notFound() {
        return Mono.just(Outcome.refused(Rejection.notFound("TRIP")));
    }
}
