package by.belparcel.orders.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.orders.model.Advance;
import by.belparcel.orders.model.ParcelsAtPvz;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The write side of the aggregate. */
public interface Orders {

    /** False when the shop already has an order with this reference or the quote is used: nothing was written. */
    Mono<Boolean> insert(Transaction tx, OrderRecord order, Cause cause);

    /** The order, its row locked until the end of the transaction; empty when there is none. */
    Mono<OrderRecord> lock(Transaction tx, String orderId);

    Mono<Void> save(Transaction tx, String orderId, Advance advance, Instant at, Cause cause);

    /** Stores a changed contact as a version of its own. */
    Mono<Void> saveContact(Transaction tx, OrderRecord changed, List<String> fields, Cause cause);

    /** Stores what the pick-up point said, with the steps that follow from it. */
    Mono<Void> saveAtPvz(
            Transaction tx, String orderId, ParcelsAtPvz parcels, Advance advance, Instant at, Cause cause);

    /** Stores something that changes no state as a version of its own. Answers the version. */
    Mono<Long> note(Transaction tx, String orderId, String kind, String reason, Instant at, Cause cause);

    /** The client keeps the parcels for good. Answers the version; empty when that was noted before or is not so. */
    Mono<Long> complete(Transaction tx, String orderId, Instant at, Cause cause);
}
