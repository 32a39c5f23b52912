package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Trips that want a carrier and have none (D2). */
public interface Searches {

    Mono<Search> find(Transaction tx, String tripId);

    Mono<Void> save(Transaction tx, Search search);

    /** Somebody was found, or nobody is needed: what was suggested in the meantime is old news too. */
    Mono<Void> end(Transaction tx, String tripId);

    /**
     * PLANNED trips that wait for a carrier near this place, the most urgent first, locked; what somebody else has locked is
     * left out, because it is being looked at.
     */
    Mono<List<String>> lockWaiting(Transaction tx, GeoPoint near, long radiusM, int limit);

    /** @param round id of this search, part of its timers' keys; @param exhausted handed to the operator, still open to chance */
    record Search(
            String tripId,
            String round,
            int retries,
            AssignmentTrigger trigger,
            String reason,
            @Nullable String fromCarrierId,
            boolean exhausted,
            Instant since) {

        Search retried() {
            return new Search(tripId, round, retries + 1, trigger, reason, fromCarrierId, exhausted, since);
        }

        Search given() {
            return new Search(tripId, round, retries, trigger, reason, fromCarrierId, true, since);
        }

        Seek seek() {
            return new Seek(trigger, reason, fromCarrierId, retries, false, null);
        }
    }
}
