package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.AssignmentState;
import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Store of assignments. Writers hold the lock of the trip's row. */
public interface Assignments {

    /** OFFERED, CONFIRMED or HANDOVER: none, one or two rows, the live one first. */
    Mono<List<AssignmentRecord>> open(Transaction tx, String tripId);

    /** All of a trip, oldest first. */
    Mono<List<AssignmentRecord>> ofTrip(Transaction tx, String tripId);

    Mono<AssignmentRecord> find(Transaction tx, String assignmentId);

    /** @param decision JSON of the ranking with its inputs */
    Mono<Void> insert(Transaction tx, AssignmentRecord assignment, String decision);

    /** Writes state, end and time of confirmation. */
    Mono<Void> save(Transaction tx, AssignmentRecord assignment);

    /** The trip is over: its live assignment is COMPLETED, its carrier stands at this place. */
    Mono<Void> complete(Transaction tx, String tripId, Instant now, Result result);

    /**
     * The goods have changed vehicles: the driving of whoever had them until now is booked. From then on the next one drives,
     * so {@link #complete} counts from the last full handover.
     *
     * @param departed when the trip left
     */
    Mono<Void> relieve(Transaction tx, AssignmentRecord old, Instant departed, Instant now);

    /** Trips that the carrier has or was offered, in the order in which they are to be locked. */
    Mono<List<String>> tripsOf(Transaction tx, String carrierId);

    /** How many assignments the trip had, and how many of them nobody chose by hand since then. */
    Mono<Tally> tally(Transaction tx, String tripId, Instant since);

    /** How a trip ended. @param onTime whether it ended within its plan; @param departed when it left */
    record Result(boolean onTime, GeoPoint place, Instant departed) {}

    /** @param automatic without the first ones and those of an operator */
    record Tally(int attempts, int automatic) {}

    /** Whether an assignment in this state holds its carrier. */
    static boolean isOpen(AssignmentState state) {
        return state == AssignmentState.OFFERED
                || state == AssignmentState.CONFIRMED
                || state == AssignmentState.HANDOVER;
    }
}
