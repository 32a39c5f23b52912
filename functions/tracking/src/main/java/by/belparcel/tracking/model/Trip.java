package by.belparcel.tracking.model;

import by.belparcel.kernel.EtaQuality;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import by.belparcel.kernel.TripState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A trip as tracking knows it.
 *
 * @param handoverTo who takes over on the road
 * @param plannedLine pairs of latitude and longitude
 * @param nextStop seq of the first stop that is not over
 * @param delayMin minutes beyond the window of the next stop
 * @param stateVersion sequence of the newest event about state or carrier; 0 = none
 * @param planVersion the same about the plan
 * @param etaVersion the same about arrival times
 */
public record Trip(
        String tripId,
        @Nullable String number,
        TripState state,
        @Nullable String carrierId,
        @Nullable String handoverTo,
        List<String> pvzIds,
        List<String> batchIds,
        List<Stop> stops,
        List<List<Double>> plannedLine,
        @Nullable Integer nextStop,
        @Nullable Instant etaAt,
        @Nullable EtaQuality etaQuality,
        @Nullable Integer delayMin,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long stateVersion,
        long planVersion,
        long etaVersion,
        int silence,
        long silenceCheck) {

    public Trip {
        pvzIds = List.copyOf(pvzIds);
        batchIds = List.copyOf(batchIds);
        stops = List.copyOf(stops);
        plannedLine = List.copyOf(plannedLine);
    }

    /** Whether an event of this sequence may still change state or carrier. */
    public boolean isNews(long sequence) {
        return sequence >= stateVersion;
    }

    public boolean isOver() {
        return state == TripState.COMPLETED || state == TripState.CANCELLED;
    }

    /** A plan; what is known of its stops stays. */
    public Trip planned(String tripNumber, List<Stop> plan, List<String> batches, long sequence) {
        List<Stop> merged = plan.stream().map(this::asKnown).toList();
        List<String> points = merged.stream()
                .filter(stop -> stop.type() == StopType.PVZ)
                .map(Stop::placeId)
                .distinct()
                .toList();
        List<List<Double>> line =
                merged.stream().map(stop -> List.of(stop.lat(), stop.lng())).toList();
        return new Trip(
                tripId,
                tripNumber,
                state,
                carrierId,
                handoverTo,
                points,
                batches,
                merged,
                line,
                next(merged),
                etaAt,
                etaQuality,
                delayMin,
                startedAt,
                endedAt,
                stateVersion,
                sequence,
                etaVersion,
                silence,
                silenceCheck);
    }

    private Stop asKnown(Stop planned) {
        return stops.stream()
                .filter(stop -> stop.placeId().equals(planned.placeId()) && stop.type() == planned.type())
                .min(Comparator.comparingInt(stop -> Math.abs(stop.seq() - planned.seq())))
                .map(stop -> planned.as(stop.state()))
                .orElse(planned);
    }

    private static @Nullable Integer next(List<Stop> stops) {
        return stops.stream()
                .filter(stop -> !stop.isOver())
                .map(Stop::seq)
                .findFirst()
                .orElse(null);
    }

    /**
     * A stop went on; a stop that is over stays so. What was told of the arrival is not true of another next stop. Null when the
     * trip has no such stop.
     */
    public @Nullable Trip at(int seq, String placeId, StopState next) {
        boolean known = stops.stream()
                .anyMatch(stop -> stop.seq() == seq && stop.placeId().equals(placeId));
        if (!known) {
            return null;
        }
        List<Stop> changed = stops.stream()
                .map(stop -> stop.seq() == seq && !stop.isOver() ? stop.as(next) : stop)
                .toList();
        boolean sameNext = Objects.equals(next(changed), nextStop);
        return new Trip(
                tripId,
                number,
                state,
                carrierId,
                handoverTo,
                pvzIds,
                batchIds,
                changed,
                plannedLine,
                next(changed),
                sameNext ? etaAt : null,
                sameNext ? etaQuality : null,
                sameNext ? delayMin : null,
                startedAt,
                endedAt,
                stateVersion,
                planVersion,
                etaVersion,
                silence,
                silenceCheck);
    }

    /** The next arrival. @param late minutes beyond the stop's window */
    public Trip expected(@Nullable Instant eta, EtaQuality quality, int late, long sequence) {
        return new Trip(
                tripId,
                number,
                state,
                carrierId,
                handoverTo,
                pvzIds,
                batchIds,
                stops,
                plannedLine,
                nextStop,
                eta,
                quality,
                late,
                startedAt,
                endedAt,
                stateVersion,
                planVersion,
                sequence,
                silence,
                silenceCheck);
    }

    /** A carrier is to drive it. */
    public Trip offered(String carrier, long sequence) {
        return new Trip(
                tripId,
                number,
                TripState.ASSIGNED,
                carrier,
                handoverTo,
                pvzIds,
                batchIds,
                stops,
                plannedLine,
                nextStop,
                etaAt,
                etaQuality,
                delayMin,
                startedAt,
                endedAt,
                sequence,
                planVersion,
                etaVersion,
                silence,
                silenceCheck);
    }

    /** Nobody is to drive it any more. */
    public Trip released(long sequence) {
        return new Trip(
                tripId,
                number,
                TripState.PLANNED,
                null,
                handoverTo,
                pvzIds,
                batchIds,
                stops,
                plannedLine,
                nextStop,
                etaAt,
                etaQuality,
                delayMin,
                startedAt,
                endedAt,
                sequence,
                planVersion,
                etaVersion,
                silence,
                silenceCheck);
    }

    /** Somebody takes over on the road. */
    public Trip takenOverBy(String carrier, long sequence) {
        return new Trip(
                tripId,
                number,
                state,
                carrierId,
                carrier,
                pvzIds,
                batchIds,
                stops,
                plannedLine,
                nextStop,
                etaAt,
                etaQuality,
                delayMin,
                startedAt,
                endedAt,
                sequence,
                planVersion,
                etaVersion,
                silence,
                silenceCheck);
    }

    /** It is on the road. */
    public Trip started(String carrier, Instant at, long sequence) {
        return new Trip(
                tripId,
                number,
                TripState.IN_TRANSIT,
                carrier,
                null,
                pvzIds,
                batchIds,
                stops,
                plannedLine,
                nextStop,
                etaAt,
                etaQuality,
                delayMin,
                at,
                endedAt,
                sequence,
                planVersion,
                etaVersion,
                silence,
                silenceCheck);
    }

    /** It was on the road before it ended. */
    public Trip begunAt(Instant at) {
        return new Trip(
                tripId,
                number,
                state,
                carrierId,
                handoverTo,
                pvzIds,
                batchIds,
                stops,
                plannedLine,
                nextStop,
                etaAt,
                etaQuality,
                delayMin,
                at,
                endedAt,
                stateVersion,
                planVersion,
                etaVersion,
                silence,
                silenceCheck);
    }

    /** The handover is done. */
    public Trip drivenBy(@Nullable String carrier, long sequence) {
        return new Trip(
                tripId,
                number,
                state,
                carrier,
                null,
                pvzIds,
                batchIds,
                stops,
                plannedLine,
                nextStop,
                etaAt,
                etaQuality,
                delayMin,
                startedAt,
                endedAt,
                sequence,
                planVersion,
                etaVersion,
                silence,
                silenceCheck);
    }

    /** It is over. */
    public Trip ended(TripState end, Instant at, long sequence) {
        return new Trip(
                tripId,
                number,
                end,
                carrierId,
                null,
                pvzIds,
                batchIds,
                stops,
                plannedLine,
                nextStop,
                etaAt,
                etaQuality,
                delayMin,
                startedAt,
                at,
                sequence,
                planVersion,
                etaVersion,
                silence,
                silenceCheck);
    }
}
