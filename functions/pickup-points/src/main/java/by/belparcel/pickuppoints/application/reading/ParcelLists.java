package by.belparcel.pickuppoints.application.reading;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.model.Parcel;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Parcels in the order in which people look at them. Every list is read along an index, so a long one costs no sort. */
public interface ParcelLists {

    /** Newest first. */
    Mono<Listed> ofClient(Transaction tx, ClientFilter filter, Paging paging);

    /** Newest first, after this parcel; empty when it is none of the client's. One row more than the limit when there are more. */
    Mono<List<Parcel>> after(Transaction tx, ClientFilter filter, String lastId, int limit);

    /** What clients brought back to the point, newest first. */
    Mono<Listed> returns(Transaction tx, String pvzId, Paging paging);

    /** What waits at the point beyond its deadline, the longest first. */
    Mono<Listed> overdue(Transaction tx, String pvzId, Paging paging);

    /** Everything that takes room at the point. */
    Mono<List<Parcel>> inStock(Transaction tx, String pvzId);

    /** The database's present time. */
    Mono<Instant> now(Transaction tx);
}
