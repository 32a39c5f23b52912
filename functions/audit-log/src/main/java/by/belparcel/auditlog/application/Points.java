package by.belparcel.auditlog.application;

import by.belparcel.eventing.store.Transaction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where the pick-up points are. */
@FunctionalInterface
public interface Points {

    /** @return false when something newer is known */
    Mono<Boolean> place(Transaction tx, Place place);

    /** @param region absent where nobody says it: the region known so far, else that of the nearest point */
    record Place(String id, String code, @Nullable String region, double lat, double lng, long version) {}
}
