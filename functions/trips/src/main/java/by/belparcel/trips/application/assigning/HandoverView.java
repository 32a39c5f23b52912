package by.belparcel.trips.application.assigning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a handover is.
 *
 * @param version of the trip
 * @param scanned orders that have changed vehicles
 * @param remaining orders that have not
 * @param full absent before it is complete
 * @param childTripId trip of what was moved, absent when everything was
 */
public record HandoverView(
        String tripId,
        long version,
        String assignmentId,
        List<String> scanned,
        List<String> remaining,
        @Nullable Boolean full,
        @Nullable String childTripId) {}
