package by.belparcel.references.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.references.model.PickupPoint;
import reactor.core.publisher.Mono;

/** Pick-up points as the context pickup-points tells of them, each with the last version of there that was taken over. */
public interface FollowedPoints {

    /**
     * The point before the news, locked.
     *
     * @param before the version of there that was known
     */
    record News(PickupPoint point, long before) {}

    /** Notes the version; empty when there is no such point or the version is not newer. */
    Mono<News> note(Transaction tx, String id, long version);

    Mono<Boolean> exists(Transaction tx, String id);

    /** @return false when its code is taken by another point */
    Mono<Boolean> add(Transaction tx, PickupPoint point, long version);

    /** Stores what changed, with the next version of here. */
    Mono<PickupPoint> save(Transaction tx, PickupPoint changed, Edit edit);
}
