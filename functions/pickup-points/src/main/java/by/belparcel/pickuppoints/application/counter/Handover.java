package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.Parcel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** One direction over the counter. */
interface Handover {

    /** Why this parcel may not go; empty when it may. */
    Optional<Rejection> refusal(Parcel parcel, Instant now);

    /** Writes all of them in one statement and tells it. */
    Mono<Void> carryOut(List<Parcel> parcels, ParcelWork work);

    /** The state of parcels afterwards. */
    PvzOrderState result();
}
