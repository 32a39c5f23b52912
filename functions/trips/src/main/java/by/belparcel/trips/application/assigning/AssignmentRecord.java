package by.belparcel.trips.application.assigning;

import by.belparcel.kernel.AssignmentState;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as it is stored (domain delivery.md section 5).
 *
 * @param attempt 1 for the first carrier of the trip
 * @param fromCarrierId the carrier that had the trip or was asked before, absent for the first
 * @param reason why this carrier was looked for, in words
 * @param operatorId who chose it by hand, absent when the ranking did
 * @param confirmBy end of the offer
 * @param endReason why it ended, absent while it lives
 * @param place where a handover takes place
 */
public record AssignmentRecord(
        String id,
        String tripId,
        int attempt,
        String carrierId,
        AssignmentState state,
        AssignmentTrigger trigger,
        @Nullable String fromCarrierId,
        String reason,
        @Nullable String operatorId,
        Instant offeredAt,
        Instant confirmBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable GeoPoint place) {

    /** OFFERED or CONFIRMED: the carrier that the trip names. */
    public boolean isLive() {
        return state == AssignmentState.OFFERED || state == AssignmentState.CONFIRMED;
    }

    /** In another state; times and reason as given. */
    AssignmentRecord moved(
            AssignmentState newState, @Nullable Instant confirmed, @Nullable Instant ended, @Nullable String why) {
        return new AssignmentRecord(
                id,
                tripId,
                attempt,
                carrierId,
                newState,
                trigger,
                fromCarrierId,
                reason,
                operatorId,
                offeredAt,
                confirmBy,
                confirmed,
                ended,
                why,
                place);
    }
}
