package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.Handled;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.TripRecord;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Locks a trip, reads who has it or was asked, and does something with both. */
public final class TripLocks {

    private final Trips trips;
    private final Assignments assignments;

    public TripLocks(Trips trips, Assignments assignments) {
        this.trips = trips;
        this.assignments = assignments;
    }

    /** A trip and its open assignments at this moment, nobody else can change them. */
    record Held(TripRecord trip, List<AssignmentRecord> open) {

        @Nullable
        AssignmentRecord live() {
            return open.stream().filter(AssignmentRecord::isLive).findFirst().orElse(null);
        }

        @Nullable
        AssignmentRecord handover() {
            return open.stream().filter(a -> !a.isLive()).findFirst().orElse(null);
        }
    }

    Mono<Held> hold(TripWork work, String tripId) {
        return trips.lock(work.tx(), tripId)
                .flatMap(trip -> assignments.open(work.tx(), tripId).map(open -> new Held(trip, open)));
    }

    /** An event about a trip that is not known here is nothing to act on. */
    Mono<Handled> on(TripWork work, String tripId, BiFunction<TripWork, Held, Mono<Handled>> step) {
        return hold(work, tripId)
                .flatMap(held -> step.apply(work, held))
                .switchIfEmpty(Mono.defer(() -> Handled.ignored(Handled.Reason.STATE)));
    }

    /** Whether the carrier has no open trip beside these. Holds once its row is locked: nobody gives it another one then. */
    Mono<Boolean> areAll(TripWork work, String carrierId, List<Held> held) {
        List<String> known = held.stream().map(one -> one.trip().id()).toList();
        return assignments.tripsOf(work.tx(), carrierId).map(known::containsAll);
    }

    /** The open trips of a carrier, locked in one order, one after the other. */
    Mono<List<Held>> holdOf(TripWork work, String carrierId) {
        return assignments
                .tripsOf(work.tx(), carrierId)
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> hold(work, id), 1)
                .collectList();
    }
}
