package by.belparcel.tracking.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.tracking.model.Fix;
import by.belparcel.tracking.model.Latest;
import by.belparcel.tracking.model.Memory;
import by.belparcel.tracking.model.Quality;
import by.belparcel.tracking.model.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Track, last position, refused fixes and the memory of the filter; every method is one statement. */
public interface FixStore {

    /** Locks the trip and reads what the filter wants to know. */
    Mono<Opened> open(Transaction tx, Fix fix);

    /** Completes with the sequence of the last position; empty when it did not change. */
    Mono<Long> accept(Transaction tx, Taken taken);

    Mono<Void> refuse(Transaction tx, Refusal refusal);

    /**
     * @param points to be put into the track
     * @param latest the new last position, absent for a late fix
     * @param frame what live clients are told of it
     * @param memory absent when it did not change
     */
    record Taken(
            String tripId,
            String carrierId,
            List<Point> points,
            @Nullable Latest latest,
            ObjectNode frame,
            @Nullable Memory memory) {
        public Taken {
            points = List.copyOf(points);
        }
    }

    record Point(Fix fix, Quality quality, boolean reAnchored) {}

    /** @param tripId absent when none was found @param told absent when it did not change */
    record Refusal(
            Fix fix,
            @Nullable String tripId,
            Rule rule,
            Map<String, Object> values,
            @Nullable Memory memory,
            @Nullable Map<String, Instant> told) {}
}
