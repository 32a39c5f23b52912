package by.belparcel.trips.application.assigning;

import by.belparcel.events.AssignmentEvent;
import by.belparcel.kernel.AssignmentState;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.TripRecord;
import by.belparcel.trips.model.assigning.AssignmentMove;
import by.belparcel.trips.model.assigning.AssignmentStates;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Ends an assignment: always, whether or not somebody else is found afterwards (D19). */
final class Endings {

    private final Assignments assignments;
    private final Trips trips;

    Endings(Assignments assignments, Trips trips) {
        this.assignments = assignments;
        this.trips = trips;
    }

    /**
     * Rejected, expired or revoked. An ASSIGNED trip becomes PLANNED; one on the road stays there.
     *
     * @return the trip afterwards, saved
     */
    Mono<TripRecord> end(
            TripWork work, TripRecord trip, AssignmentRecord assignment, AssignmentMove move, String reason) {
        TripRecord after =
                trip.state() == TripState.ASSIGNED && assignment.isLive() ? trip.unassigned(false) : trip.touched();
        AssignmentRecord ended = ended(work, assignment, move, reason);
        tell(work, ended, reason, after.version());
        return assignments
                .save(work.tx(), ended)
                .then(Mono.defer(
                        () -> trips.save(work, after, ended.state() + " " + ended.carrierId() + " " + reason)));
    }

    /** The row and the fact alone; the caller saves the trip. */
    Mono<Void> revoke(TripWork work, TripRecord trip, AssignmentRecord assignment, String reason) {
        AssignmentRecord ended = ended(work, assignment, AssignmentMove.REVOKE, reason);
        tell(work, ended, reason, trip.version());
        return assignments.save(work.tx(), ended);
    }

    static AssignmentRecord ended(TripWork work, AssignmentRecord assignment, AssignmentMove move, String reason) {
        return assignment.moved(after(assignment, move), assignment.confirmedAt(), work.now(), reason);
    }

    static AssignmentRecord confirmed(TripWork work, AssignmentRecord assignment, AssignmentMove move) {
        @Nullable Instant before = assignment.confirmedAt();
        return assignment.moved(after(assignment, move), before == null ? work.now() : before, null, null);
    }

    private static AssignmentState after(AssignmentRecord assignment, AssignmentMove move) {
        return AssignmentStates.after(assignment.state(), move)
                .orElseThrow(() -> new IllegalStateException(move + " of an assignment in " + assignment.state()));
    }

    private static void tell(TripWork work, AssignmentRecord ended, String reason, long version) {
        work.emitter().emit(fact(work, ended, reason), version);
    }

    private static AssignmentEvent fact(TripWork work, AssignmentRecord ended, String reason) {
        String trip = ended.tripId();
        String carrier = ended.carrierId();
        return switch (ended.state()) {
            case REJECTED -> new AssignmentEvent.AssignmentRejected(trip, ended.id(), carrier, reason, work.now());
            case EXPIRED -> new AssignmentEvent.AssignmentExpired(trip, ended.id(), carrier, work.now());
            default -> new AssignmentEvent.AssignmentRevoked(trip, ended.id(), carrier, reason, work.now());
        };
    }
}
