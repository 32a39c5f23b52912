package by.belparcel.references.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.references.model.Reference;
import java.util.List;
import reactor.core.publisher.Mono;

/** All references of one kind. */
public interface References<T extends Reference> {

    /** One row more than the search's limit when there is a next page. */
    Mono<List<T>> search(Transaction tx, Search search);

    Mono<T> find(Transaction tx, String id);

    /** As {@link #find}; the row stays locked until the end of the transaction. */
    Mono<T> lock(Transaction tx, String id);

    /** Stores the fields that can be edited, with the next version, together with who, why and what. */
    Mono<Void> save(Transaction tx, T edited, Edit edit);
}
