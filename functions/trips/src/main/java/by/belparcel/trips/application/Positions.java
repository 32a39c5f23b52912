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
}
