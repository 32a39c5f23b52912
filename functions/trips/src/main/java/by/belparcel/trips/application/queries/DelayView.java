package by.belparcel.trips.application.queries;

import by.belparcel.kernel.TripState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A late trip.
 *
 * @param departureLateS seconds by which it left, or has not left, after its planned departure
 * @param arrivalLateS seconds beyond the window of its next stop
 */
public record DelayView(
        String tripId,
        String number,
        TripState state,
        @Nullable String carrierId,
        Instant plannedDeparture,
        @Nullable Instant departedAt,
        @Nullable Instant etaAt,
        long departureLateS,
        long arrivalLateS) {}
