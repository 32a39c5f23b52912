package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** How pick-up points are called. */
public interface PointNames {

    /** @return false when a newer name is known */
    Mono<Boolean> note(Transaction tx, String pvzId, String name, long version);

    /** The id where no name is known. */
    Mono<String> name(Transaction tx, String pvzId);
}
