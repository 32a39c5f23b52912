package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.trips.model.TripOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What changes vehicles in a handover. Writers hold the lock of the trip's row. */
public interface Handovers {

    Mono<Void> open(Transaction tx, AssignmentRecord assignment, String fromCarrierId);

    /** Boxes that were scanned for this assignment so far. */
    Mono<List<Box>> boxes(Transaction tx, String assignmentId);

    Mono<Void> scan(Transaction tx, String assignmentId, List<Box> boxes, Instant now);

    Mono<Void> close(Transaction tx, String assignmentId, Result result, Instant now);

    /** The handovers of a trip, also those of the child's parent that made it; oldest first. */
    Mono<List<Report>> ofTrip(Transaction tx, String tripId);

    /** An order with its share of the batch that it is in. */
    record Box(String batchId, TripOrder order) {}

    /** @param childTripId trip of what was moved, absent when everything was */
    record Result(boolean full, @Nullable String childTripId, List<String> moved, List<String> remaining) {}

    /** A handover as an operator sees it. @param completedAt absent while it is going on or when it came to nothing */
    record Report(
            String assignmentId,
            String tripId,
            String fromCarrierId,
            String toCarrierId,
            String state,
            @Nullable Double lat,
            @Nullable Double lng,
            Instant initiatedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant completedAt,
            @Nullable Boolean full,
            @Nullable String childTripId,
            List<String> scanned,
            List<String> moved,
            List<String> remaining) {}
}
