package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Carrier;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Carriers as reference data. */
public interface CarrierDirectory {

    /** By code; one row more than the limit when there is a next page. */
    Mono<List<Carrier>> search(Transaction tx, Search search);

    /** The row stays locked until the end of the transaction. */
    Mono<Carrier> lock(Transaction tx, String id);

    /** Stores the fields that can be edited with version and edit version, and who, why and what. */
    Mono<Void> save(Transaction tx, Carrier edited, Edit edit);

    /**
     * A page of the list.
     *
     * @param pattern LIKE pattern over code, names and plate, lower-case, escaped by {@code !}
     * @param afterCode code of the last row of the page before
     */
    record Search(
            @Nullable String pattern,
            @Nullable Boolean active,
            @Nullable String warehouse,
            @Nullable String afterCode,
            int limit) {}

    /** What goes on record about an edit. */
    record Edit(List<String> changed, String reason, String actor, Instant at) {}
}
