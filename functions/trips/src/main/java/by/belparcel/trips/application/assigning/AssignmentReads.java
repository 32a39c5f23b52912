package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.AssignmentState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lists for people. */
public interface AssignmentReads {

    /** What the carrier was offered and has not answered, the earliest end first. */
    Mono<List<OfferView>> offers(Transaction tx, String carrierId);

    /** An offer with what a driver decides by. @param state OFFERED, or HANDOVER: come and take the goods over */
    record OfferView(
            String assignmentId,
            String tripId,
            String number,
            AssignmentState state,
            long version,
            String originId,
            Instant confirmBy,
            Instant plannedDeparture,
            long distanceM,
            long durationS,
            int stops,
            @Nullable Double handoverLat,
            @Nullable Double handoverLng) {}
}
