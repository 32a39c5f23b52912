package by.belparcel.trips.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.trips.model.Place;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The projection of warehouses, pick-up points and hubs. */
public interface Places {

    /** Those that are known, by id. */
    Mono<Map<String, Place>> find(Transaction tx, Collection<String> ids);

    /** Takes over a newer state; false when it is not newer. @param status OPEN, SUSPENDED or CLOSED */
    Mono<Boolean> adopt(Transaction tx, Place place, String status, long version);
}
