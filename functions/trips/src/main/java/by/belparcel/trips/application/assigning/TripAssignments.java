package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.TripRecord;
import java.util.List;
import reactor.core.publisher.Mono;

/** What driving needs of assignments. The caller holds the lock of the trip's row. */
public interface TripAssignments {

    /** The assignment that is OFFERED or CONFIRMED; empty when there is none. */
    Mono<AssignmentRecord> live(Transaction tx, String tripId);

    /** All assignments of the trip, oldest first (D19: also those that nobody replaced). */
    Mono<List<AssignmentRecord>> history(Transaction tx, String tripId);

    /**
     * The carrier starts to drive: an offer to it counts as confirmed.
     *
     * @param trip as it is after the change, whose version the emitted fact gets
     * @return false when the trip is not this carrier's
     */
    Mono<Boolean> confirmByPickup(TripWork work, TripRecord trip, String carrierId);

    /** The trip is over: CONFIRMED becomes COMPLETED and the carrier stands at the last stop. */
    Mono<Void> complete(TripWork work, TripRecord trip);

    /** Takes the trip from whoever has it or was asked; nobody is looked for. */
    Mono<Void> revoke(TripWork work, TripRecord trip, String reason);
}
