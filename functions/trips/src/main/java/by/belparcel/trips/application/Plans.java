package by.belparcel.trips.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.trips.model.TripRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Every plan of every trip. */
public interface Plans {

    /** Keeps the trip's present plan; a version that is there stays as it is. @param basis absent when nothing was measured anew */
    Mono<Void> record(TripWork work, TripRecord trip, String reason, @Nullable PlanBasis basis);

    /** Empty when the trip never had this plan. */
    Mono<PlanView> find(Transaction tx, String tripId, int version);
}
