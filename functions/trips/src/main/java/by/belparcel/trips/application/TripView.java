package by.belparcel.trips.application;

import by.belparcel.kernel.EtaQuality;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.model.Cargo;
import by.belparcel.trips.model.Plan;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trip as its readers see it.
 *
 * @param assignments all of them, oldest first; absent in lists and in answers of commands
 */
public record TripView(
        String id,
        String number,
        TripState state,
        long version,
        String originId,
        Instant plannedDeparture,
        @Nullable Instant departedAt,
        @Nullable Instant completedAt,
        @Nullable String carrierId,
        @Nullable String assignmentId,
        boolean needsManual,
        @Nullable String needsManualReason,
        boolean handoverRequired,
        Cargo load,
        Plan plan,
        Progress progress,
        List<Stop> stops,
        List<TripBatch> batches,
        @Nullable String parentTripId,
        @Nullable String endReason,
        Instant createdAt,
        Instant updatedAt,
        @Nullable List<?> assignments) {

    /** @param nextStopSeq the first stop that is not finished */
    public record Progress(
            @Nullable Integer nextStopSeq, @Nullable Instant etaAt, EtaQuality etaQuality, long lateS) {}

    public static TripView of(TripRecord trip) {
        return of(trip, null);
    }

    public static TripView of(TripRecord trip, @Nullable List<?> assignments) {
        return new TripView(
                trip.id(),
                trip.number(),
                trip.state(),
                trip.version(),
                trip.originId(),
                trip.plannedDeparture(),
                trip.progress().departedAt(),
                trip.progress().completedAt(),
                trip.carrierId(),
                trip.assignmentId(),
                trip.needsManual(),
                trip.attention().reason(),
                trip.handoverRequired(),
                trip.load(),
                trip.plan(),
                new Progress(
                        trip.nextStop().map(Stop::seq).orElse(null),
                        trip.progress().etaAt(),
                        trip.progress().etaQuality(),
                        trip.progress().lateS()),
                trip.stops(),
                trip.batches(),
                trip.parentTripId(),
                trip.endReason(),
                trip.createdAt(),
                trip.updatedAt(),
                assignments);
    }
}
