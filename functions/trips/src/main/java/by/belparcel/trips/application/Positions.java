package by.belparcel.trips.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.routing.eta.Fix;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Positions of trips, as thin as arrival times need them. */
public interface Positions {

    /**
     * Takes a position unless the last one was taken less than {@code interval} ago or is newer.
     *
     * @return those of the last 20 minutes, oldest first; empty when it was not taken
     */
    Mono<List<Fix>> take(Transaction tx, String tripId, Fix fix, Instant now, Duration interval);

    /** The last one that was taken; empty when there is none. */
    Mono<Fix> last(Transaction tx, String tripId);

    /**
     * Another vehicle goes on with the trip. Waits for nobody: who takes a position at this moment locks the trip after its
     * positions, the caller holds the trip already; then they stay until they are too old.
     */
    Mono<Void> forget(Transaction tx, String tripId);
}
