package by.belparcel.pickuppoints.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.model.InboundBatch;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Batches that go to points. Whoever locks a batch and parcels locks the batch first. */
public interface InboundBatches {

    /** The batch, locked; one that nobody spoke of before is ANNOUNCED from now on. */
    Mono<InboundBatch> open(Transaction tx, String id, Instant now);

    /** The batch, locked; empty when nobody spoke of it. */
    Mono<InboundBatch> lock(Transaction tx, String id);

    /** @param before as it was locked; when nothing changed, nothing is written */
    Mono<InboundBatch> save(Transaction tx, InboundBatch before, InboundBatch after, Instant now);

    /** Remembers the orders of a batch that is locked. */
    Mono<Void> name(Transaction tx, String id, List<String> orders);

    /** Whether the orders of the batch are known, and all of them were announced or cancelled. */
    Mono<Boolean> complete(Transaction tx, String id);
}
