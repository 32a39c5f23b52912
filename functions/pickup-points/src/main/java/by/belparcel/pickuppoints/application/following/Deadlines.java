package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.model.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Parcels at a point whose storage ends. All that are returned are locked, in the order of their ids. */
public interface Deadlines {

    /** ACCEPTED although their deadline has passed. */
    Mono<List<Parcel>> passed(Transaction tx, String pvzId, Instant now, int limit);

    /** Those of which a reminder is due that was not sent; they count as reminded from now on. @param before the end */
    Mono<List<Parcel>> toRemind(Transaction tx, String pvzId, Instant now, List<Duration> before, int limit);
}
