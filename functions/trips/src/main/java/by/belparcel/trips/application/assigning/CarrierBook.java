package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.Availability;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.model.assigning.Candidate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps what trips know of carriers. Nothing older ever replaces what is newer; the answer says whether it was newer. */
public interface CarrierBook {

    Mono<Boolean> adopt(Transaction tx, Reference reference, Instant at);

    Mono<Boolean> activate(Transaction tx, String carrierId, boolean active, Instant at);

    Mono<Boolean> available(
            Transaction tx, String carrierId, Availability availability, @Nullable GeoPoint place, Instant at);

    /** @param endsBy absent when the shift is over */
    Mono<Boolean> shift(
            Transaction tx,
            String carrierId,
            Candidate.@Nullable Vehicle vehicle,
            @Nullable Instant endsBy,
            Instant at);

    /** A sign of life. */
    Mono<Void> contact(Transaction tx, String carrierId, Instant at);

    /** Where the carrier was last; empty when it is unknown. */
    Mono<GeoPoint> position(Transaction tx, String carrierId);

    /** What the administrator says of a carrier. */
    record Reference(
            String carrierId,
            long version,
            boolean active,
            @Nullable String homeWarehouse,
            Candidate.Vehicle vehicle,
            List<String> skills,
            int maxParallelTrips) {}
}
