package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.trips.model.assigning.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What trips know of carriers, as a ranking needs it. */
public interface Carriers {

    /** All carriers, seen from one trip; no locks. */
    Mono<List<Candidate>> all(Transaction tx, String tripId, Instant now);

    /** One carrier; empty when it is unknown. */
    Mono<Optional<Candidate>> one(Transaction tx, String tripId, String carrierId, Instant now);

    /**
     * Locks the carrier's row, always after that of the trip.
     *
     * @param wait false: do not wait for somebody else's lock
     * @return false when it is unknown or (without waiting) locked by somebody else
     */
    Mono<Boolean> lock(Transaction tx, String carrierId, boolean wait);

    /** Number of another trip that the carrier has or was offered; empty when there is none. */
    Mono<Optional<String>> busyWith(Transaction tx, String carrierId);
}
