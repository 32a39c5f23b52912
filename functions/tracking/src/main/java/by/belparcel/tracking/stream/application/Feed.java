package by.belparcel.tracking.stream.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.tracking.stream.model.FeedKind;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where live clients learn what changed. The caller must hold the lock of the trip's row in {@code tracking.trip} or
 * {@code tracking.carrier_locations}, and change these rows in the same transaction: the order of a trip is that of its rows.
 */
public interface Feed {

    /** Appends one row in the caller's transaction; clients see it at most half a second after the commit. */
    Mono<Void> append(Transaction tx, FeedKind kind, String tripId, ObjectNode payload);
}
