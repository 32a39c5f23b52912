package by.belparcel.batching.application;

import by.belparcel.batching.model.Limits;
import by.belparcel.batching.model.Place;
import by.belparcel.batching.model.PlaceStatus;
import by.belparcel.eventing.store.Transaction;
import reactor.core.publisher.Mono;

/** The projection of reference data, and the closing rules of each origin. */
public interface Places {

    Mono<Surroundings> around(Transaction tx, String originId, String pvzId);

    /** The destination, which stays as it is until the end of the transaction; draws the next running number. */
    Mono<Destination> destination(Transaction tx, String placeId);

    Mono<Limits> limits(Transaction tx, String originId);

    /** Takes over a newer state; false when it is not newer. */
    Mono<Boolean> adopt(Transaction tx, Place place, long version);

    /** @param running for the number of a new batch */
    record Destination(PlaceStatus status, long running) {}
}
