package by.belparcel.alerts.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which parcels of an order did not come with their batch. An absent number means the whole order. */
public interface MissingParcels {

    /** Lets one transaction at a time count the parcels of the order. @return the time by which its result is ordered */
    Mono<Instant> lock(Transaction tx, String orderId);

    Mono<Void> missing(Transaction tx, String orderId, @Nullable Integer parcelNo);

    /** Found or given up. */
    Mono<Void> settle(Transaction tx, String orderId, @Nullable Integer parcelNo);

    Mono<Search> search(Transaction tx, String orderId);

    /** How the search for the parcels of an order stands. */
    enum Search {
        /** Nobody has missed one. */
        NONE,
        OPEN,
        /** All that were missing are found or given up. */
        OVER
    }
}
