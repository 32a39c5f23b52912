package by.belparcel.tracking.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.SignalStatus;
import by.belparcel.tracking.stream.model.Audience;
import by.belparcel.tracking.stream.model.Bbox;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Questions about positions; every method is one statement. */
public interface LocationReads {

    /** @param status absent = any @param after trip id of the last row shown, absent on the first page */
    record Wanted(
            Audience audience,
            @Nullable Bbox bbox,
            @Nullable SignalStatus status,
            @Nullable String after,
            int limit) {}

    Mono<List<LocationView>> page(Transaction tx, Wanted wanted);

    /** The trip with its last position; empty when there is no such trip. */
    Mono<Found> trip(Transaction tx, String tripId);

    Mono<List<TrackView.Point>> track(Transaction tx, String tripId, Instant from, Instant to);

    Mono<List<RejectedView>> rejected(Transaction tx, String tripId, long before, int limit);

    /** @param startedAt absent before the start @param endedAt absent before the end @param now of the database */
    record Found(
            LocationView location,
            List<String> pvzIds,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            Instant now) {
        public Found {
            pvzIds = List.copyOf(pvzIds);
        }
    }
}
