package by.belparcel.trips.application;

import by.belparcel.trips.model.Stop;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as it was: {@code GET /trips/{id}/plan}. */
public record PlanView(
        String tripId,
        int version,
        String reason,
        List<Stop> stops,
        List<String> batches,
        long distanceM,
        long durationS,
        String provider,
        String quality,
        boolean fallbackUsed,
        String solver,
        @Nullable PlanBasis basis,
        Instant at) {}
