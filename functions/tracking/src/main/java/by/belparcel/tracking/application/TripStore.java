package by.belparcel.tracking.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.tracking.model.Trip;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What tracking knows of trips. */
public interface TripStore {

    /** Locks the trip's row and reads it; makes an empty one when nobody has heard of the trip. */
    Mono<Trip> lock(Transaction tx, String tripId);

    Mono<Void> save(Transaction tx, Trip trip);

    /** The carrier drives the trip from then on; whoever drove it before does not. @param carrierId absent = nobody any more */
    Mono<Void> drives(Transaction tx, String tripId, @Nullable String carrierId, Instant from);

    /** The carrier drove the trip, which is over by now. */
    Mono<Void> drove(Transaction tx, String tripId, String carrierId, Instant from, Instant to);

    /** Takes the trip off the map. */
    Mono<Void> forget(Transaction tx, String tripId);
}
