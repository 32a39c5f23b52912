package by.belparcel.tracking.application;

import by.belparcel.kernel.SignalStatus;
import by.belparcel.tracking.model.Quality;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a trip is. @param deviceTime when it was there @param updatedAt when we heard of it @param status by the age of deviceTime;
 * ENDED without a place once the trip is over
 */
public record LocationView(
        String tripId,
        @Nullable String number,
        @Nullable String carrierId,
        @Nullable Double lat,
        @Nullable Double lng,
        @Nullable Double accuracyM,
        @Nullable Integer heading,
        @Nullable Double speedMps,
        @Nullable Instant deviceTime,
        @Nullable Instant updatedAt,
        SignalStatus status,
        @Nullable Quality quality,
        @Nullable Boolean mock,
        @Nullable Long seq,
        @Nullable Integer nextStop,
        @Nullable Instant etaAt) {}
