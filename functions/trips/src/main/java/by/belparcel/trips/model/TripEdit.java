package by.belparcel.trips.model;

import by.belparcel.kernel.TripState;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes to a trip before they become a record again. */
public final class TripEdit {

    private final TripRecord trip;
    private TripState state;
    private long version;
    private List<Stop> stops;
    private List<TripBatch> batches;
    private Plan plan;
    private Progress progress;
    private @Nullable String carrierId;
    private @Nullable String assignmentId;
    private Attention attention;
    private @Nullable String endReason;
    private Instant updatedAt;

    TripEdit(TripRecord trip) {
        this.trip = trip;
        this.state = trip.state();
        this.version = trip.version();
        this.stops = trip.stops();
        this.batches = trip.batches();
        this.plan = trip.plan();
        this.progress = trip.progress();
        this.carrierId = trip.carrierId();
        this.assignmentId = trip.assignmentId();
        this.attention = trip.attention();
        this.endReason = trip.endReason();
        this.updatedAt = trip.updatedAt();
    }

    public TripEdit state(TripState value) {
        state = value;
        return this;
    }

    public TripEdit version(long value) {
        version = value;
        return this;
    }

    public TripEdit stops(List<Stop> value) {
        stops = value;
        return this;
    }

    public TripEdit batches(List<TripBatch> value) {
        batches = value;
        return this;
    }

    /** Replaces the stop with this number. */
    public TripEdit stop(int seq, UnaryOperator<Stop> change) {
        return stops(stops.stream()
                .map(stop -> stop.seq() == seq ? change.apply(stop) : stop)
                .toList());
    }

    /** Replaces the batch with this id. */
    public TripEdit batch(String batchId, UnaryOperator<TripBatch> change) {
        return batches(batches.stream()
                .map(batch -> batch.id().equals(batchId) ? change.apply(batch) : batch)
                .toList());
    }

    public TripEdit plan(Plan value) {
        plan = value;
        return this;
    }

    public TripEdit progress(Progress value) {
        progress = value;
        return this;
    }

    public TripEdit carrier(@Nullable String carrier, @Nullable String assignment) {
        carrierId = carrier;
        assignmentId = assignment;
        return this;
    }

    public TripEdit attention(Attention value) {
        attention = value;
        return this;
    }

    public TripEdit endReason(@Nullable String value) {
        endReason = value;
        return this;
    }

    public TripEdit updatedAt(Instant value) {
        updatedAt = value;
        return this;
    }

    public TripRecord done() {
        return new TripRecord(
                trip.id(),
                trip.number(),
                state,
                version,
                trip.originId(),
                trip.origin(),
                stops,
                batches,
                plan,
                progress,
                carrierId,
                assignmentId,
                attention,
                trip.parentTripId(),
                endReason,
                trip.createdAt(),
                updatedAt);
    }
}
