package by.belparcel.trips.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.trips.model.TripBatch;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What is known of batches, and which trip each is in. While a batch is in a trip, the trip's record is what counts; the rows here
 * lead to it.
 */
public interface Batches {

    /** Until the end of the transaction no other event of this batch is handled here. */
    Mono<Void> lock(Transaction tx, String batchId);

    /** Until the end of the transaction nobody else plans trips from this origin. Taken after {@link #lock}. */
    Mono<Void> lockOrigin(Transaction tx, String originId);

    Mono<KnownBatch> find(Transaction tx, String batchId);

    /** Keeps a batch without a trip. @param sequence of the event that told its content */
    Mono<Void> store(Transaction tx, TripBatch batch, long sequence, Instant at);

    /** What a batch in a trip holds is known as of this version. */
    Mono<Void> told(Transaction tx, String batchId, long sequence);

    /** The batch waits, for this reason; counts one more attempt. */
    Mono<Void> waiting(Transaction tx, String batchId, String reason, Instant at);

    /** An order was taken out of a batch whose closing was not seen yet. */
    Mono<Void> removedEarly(Transaction tx, String batchId, String orderId, long sequence, Instant at);

    /** The batch is no more, whether or not it was known. */
    Mono<Void> cancelled(Transaction tx, String batchId, Instant at);

    /** These batches leave their trip and wait for another one. */
    Mono<Void> release(Transaction tx, List<TripBatch> batches, String reason, Instant at);

    /** Batches that wait because this place is closed. */
    Mono<List<String>> waitingFor(Transaction tx, String placeId);
}
