package by.belparcel.trips.model;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call at a place (domain delivery.md section 4). A trip keeps its stops in the order in which they are driven; the number of
 * a stop stays its own when that order changes, so that a late command of a driver cannot hit another stop.
 *
 * @param windowTo until when the place takes the goods in, absent when it always does
 * @param serviceS how long the call takes
 * @param eta present estimate, absent before departure and after arrival
 * @param reason why it was skipped or failed
 * @param batchIds what is picked up or handed over here
 * @param legM metres from the stop before
 * @param legS seconds of driving from the stop before
 */
public record Stop(
        int seq,
        StopType type,
        String placeId,
        double lat,
        double lng,
        @Nullable Instant windowFrom,
        @Nullable Instant windowTo,
        int serviceS,
        Instant plannedArrival,
        @Nullable Instant eta,
        @Nullable Instant actualArrival,
        @Nullable Instant actualDeparture,
        StopState state,
        @Nullable String reason,
        List<String> batchIds,
        long legM,
        long legS) {

    public Stop {
        batchIds = List.copyOf(batchIds);
    }

    /** One that nobody has called at yet. */
    public static Stop pending(
            int seq, StopType type, String placeId, GeoPoint point, Instant plannedArrival, List<String> batchIds) {
        return new Stop(
                seq,
                type,
                placeId,
                point.lat(),
                point.lng(),
                null,
                null,
                0,
                plannedArrival,
                null,
                null,
                null,
                StopState.PENDING,
                null,
                batchIds,
                0,
                0);
    }

    public GeoPoint point() {
        return new GeoPoint(lat, lng);
    }

    /** Nothing more happens here. */
    public boolean finished() {
        return state != StopState.PENDING && state != StopState.ARRIVED;
    }

    public Stop numbered(int newSeq) {
        return copy(newSeq, plannedArrival, eta, actualArrival, actualDeparture, state, reason, batchIds);
    }

    public Stop withBatches(List<String> ids) {
        return copy(seq, plannedArrival, eta, actualArrival, actualDeparture, state, reason, ids);
    }

    public Stop withEta(@Nullable Instant estimate) {
        return copy(seq, plannedArrival, estimate, actualArrival, actualDeparture, state, reason, batchIds);
    }

    /** With other times from a new plan; what happened stays. */
    public Stop planned(Instant arrival, long metres, long seconds) {
        return new Stop(
                seq,
                type,
                placeId,
                lat,
                lng,
                windowFrom,
                windowTo,
                serviceS,
                arrival,
                eta,
                actualArrival,
                actualDeparture,
                state,
                reason,
                batchIds,
                metres,
                seconds);
    }

    /** With the time that the call takes and the hours of the place. */
    public Stop served(int seconds, @Nullable Instant from, @Nullable Instant to) {
        return new Stop(
                seq,
                type,
                placeId,
                lat,
                lng,
                from,
                to,
                seconds,
                plannedArrival,
                eta,
                actualArrival,
                actualDeparture,
                state,
                reason,
                batchIds,
                legM,
                legS);
    }

    /** The vehicle is here; arriving twice keeps the first time. */
    public Stop arrived(Instant at) {
        Instant since = actualArrival == null ? at : actualArrival;
        StopState after = finished() ? state : StopState.ARRIVED;
        return copy(seq, plannedArrival, null, since, actualDeparture, after, reason, batchIds);
    }

    /** @param end DONE, SKIPPED or FAILED */
    public Stop ended(StopState end, @Nullable String why, Instant at) {
        Instant since = actualArrival == null && end == StopState.DONE ? at : actualArrival;
        return copy(seq, plannedArrival, null, since, at, end, why, batchIds);
    }

    private Stop copy(
            int number,
            Instant arrival,
            @Nullable Instant estimate,
            @Nullable Instant arrivedAt,
            @Nullable Instant leftAt,
            StopState newState,
            @Nullable String why,
            List<String> ids) {
        return new Stop(
                number,
                type,
                placeId,
                lat,
                lng,
                windowFrom,
                windowTo,
                serviceS,
                arrival,
                estimate,
                arrivedAt,
                leftAt,
                newState,
                why,
                ids,
                legM,
                legS);
    }
}
