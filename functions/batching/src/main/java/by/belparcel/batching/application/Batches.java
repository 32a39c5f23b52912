package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import by.belparcel.batching.model.Key;
import by.belparcel.eventing.store.Transaction;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** The write side of the aggregate. Whoever changes a batch holds its row until the end of the transaction. */
public interface Batches {

    /** The open batch of a key, locked; empty when there is none or its destination takes nothing. */
    Mono<Batch> lockOpen(Transaction tx, Key key);

    /** Those that exist, locked in the order of their ids. */
    Mono<List<Batch>> lock(Transaction tx, Collection<String> ids);

    /** False when the key has an open batch already: nothing was written. */
    Mono<Boolean> insert(Transaction tx, Batch batch, List<Cargo> cargo);

    Mono<Void> save(Transaction tx, Batch batch, Collection<Cargo> added, Collection<String> removed);
}
