package by.belparcel.trips.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.trips.model.TripRecord;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The aggregate's store. Every change happens under the lock of the trip's row. */
public interface Trips {

    /** The trip, its row locked until the end of the transaction; empty when there is none. */
    Mono<TripRecord> lock(Transaction tx, String tripId);

    /** The trip without a lock; empty when there is none. */
    Mono<TripRecord> find(Transaction tx, String tripId);

    /**
     * PLANNED trips of an origin that leave in this span, not locked, the earliest first. The caller holds the origin's lock, so
     * that no two plans of one origin are made at the same time, and locks the trip that it chooses.
     */
    Mono<List<TripRecord>> loadPlannable(Transaction tx, String originId, Instant from, Instant to);

    /**
     * Writes the row, the places of its batches and one row of history.
     *
     * @param after with its new version
     * @param what kind of the change, a word, and after a blank what else is to be known of it: {@code REJECTED TOO_FAR}
     * @return {@code after}
     */
    Mono<TripRecord> save(TripWork work, TripRecord after, String what);

    /** Writes a new trip. */
    Mono<Void> insert(TripWork work, TripRecord trip, String what);

    /** Ids of the trips that are not over and call at this place, in the order in which they are to be locked. */
    Mono<List<String>> callingAt(Transaction tx, String placeId);

    /** The next running number of trips. */
    Mono<Long> nextNumber(Transaction tx);
}
