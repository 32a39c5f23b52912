package by.belparcel.trips.model;

import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.TripState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trip with everything that belongs to it. Whoever changes it holds its row's lock and raises the version once with
 * {@link #touched} (or a method that says so) before it is saved and before events are emitted.
 *
 * @param stops in the order in which they are driven
 * @param carrierId of the live assignment, absent while there is none
 * @param parentTripId the trip that this one took goods over from
 * @param endReason why it was cancelled or completed by force
 */
public record TripRecord(
        String id,
        String number,
        TripState state,
        long version,
        String originId,
        GeoPoint origin,
        List<Stop> stops,
        List<TripBatch> batches,
        Plan plan,
        Progress progress,
        @Nullable String carrierId,
        @Nullable String assignmentId,
        Attention attention,
        @Nullable String parentTripId,
        @Nullable String endReason,
        Instant createdAt,
        Instant updatedAt) {

    public TripRecord {
        stops = List.copyOf(stops);
        batches = List.copyOf(batches);
    }

    /** What the open batches weigh together. */
    public Cargo load() {
        long weight = 0;
        long volume = 0;
        int slots = 0;
        for (TripBatch batch : batches) {
            boolean counts = batch.state() != BatchState.SPLIT && batch.state() != BatchState.CANCELLED;
            weight += counts ? batch.weightG() : 0;
            volume += counts ? batch.volumeCm3() : 0;
            slots += counts ? batch.slots() : 0;
        }
        return new Cargo(weight, volume, slots);
    }

    public Instant plannedDeparture() {
        return plan.plannedDeparture();
    }

    public long durationS() {
        return plan.durationS();
    }

    public long distanceM() {
        return plan.distanceM();
    }

    public long lateS() {
        return progress.lateS();
    }

    public boolean needsManual() {
        return attention.needsManual();
    }

    public boolean handoverRequired() {
        return attention.handoverRequired();
    }

    /** Where the vehicle stands after a breakdown. */
    public @Nullable GeoPoint lastPlace() {
        return attention.breakdownAt();
    }

    public boolean ended() {
        return state == TripState.COMPLETED || state == TripState.CANCELLED;
    }

    public Optional<TripBatch> batch(String batchId) {
        return batches.stream().filter(batch -> batch.id().equals(batchId)).findFirst();
    }

    public Optional<Stop> stop(int seq) {
        return stops.stream().filter(stop -> stop.seq() == seq).findFirst();
    }

    /** The first stop that is not finished. */
    public Optional<Stop> nextStop() {
        return stops.stream().filter(stop -> !stop.finished()).findFirst();
    }

    public List<Stop> openStops() {
        return stops.stream().filter(stop -> !stop.finished()).toList();
    }

    /** The first stop that the vehicle is on its way to and not at. */
    public Optional<Stop> headingFor() {
        return nextStop().filter(stop -> stop.state() == StopState.PENDING);
    }

    /** Version + 1. */
    public TripRecord touched() {
        return edit().version(version + 1).done();
    }

    /** A live assignment: ASSIGNED, or still IN_TRANSIT; nobody is needed by hand; version + 1. */
    public TripRecord assigned(String carrier, String assignment) {
        return edit().state(state == TripState.PLANNED ? TripState.ASSIGNED : state)
                .carrier(carrier, assignment)
                .attention(attention.manual(false, null))
                .version(version + 1)
                .done();
    }

    /** No live assignment: PLANNED, or still IN_TRANSIT; version + 1. */
    public TripRecord unassigned(boolean manual) {
        return edit().state(state == TripState.ASSIGNED ? TripState.PLANNED : state)
                .carrier(null, null)
                .attention(attention.manual(manual, manual ? "NO_CARRIER" : null))
                .version(version + 1)
                .done();
    }

    /** Version + 1. */
    public TripRecord withNeedsManual(boolean manual) {
        return edit().attention(attention.manual(manual, manual ? "NO_CARRIER" : null))
                .version(version + 1)
                .done();
    }

    /** Version + 1. */
    public TripRecord withHandoverRequired(boolean required) {
        return edit().attention(attention.handover(required, required ? attention.breakdownAt() : null))
                .version(version + 1)
                .done();
    }

    /** A copy to be changed; it leaves the version alone. */
    public TripEdit edit() {
        return new TripEdit(this);
    }
}
