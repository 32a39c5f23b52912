package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.model.assigning.Exclusion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What operators asked for, and the list of reassignments. */
public interface Reassignments {

    /** @return false when a request with this id exists */
    Mono<Boolean> insert(Transaction tx, Request request, Instant now);

    /** The request with its lock; empty when there is none. */
    Mono<Request> lock(Transaction tx, String id);

    /** @param code absent when it was done */
    Mono<Void> decide(Transaction tx, String id, @Nullable String code, Instant now);

    /** Newest first, one more than the limit when there are more. */
    Mono<List<Entry>> page(Transaction tx, Filter filter);

    /** @param open whether it was not decided yet */
    record Request(
            String id,
            String tripId,
            String carrierId,
            String reason,
            Set<Exclusion> override,
            String operatorId,
            @Nullable GeoPoint place,
            boolean open) {}

    /** @param beforeAt with {@code beforeId} the place after which the page starts */
    record Filter(
            @Nullable Instant from,
            @Nullable AssignmentTrigger trigger,
            @Nullable Instant beforeAt,
            @Nullable String beforeId,
            int limit) {}

    /** A change of hands with the number of its trip. */
    record Entry(AssignmentRecord assignment, String number) {}
}
