package by.belparcel.tracking.model;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stop of a trip as tracking knows it. */
public record Stop(
        int seq,
        StopType type,
        String placeId,
        double lat,
        double lng,
        StopState state,
        @Nullable Instant plannedArrival,
        @Nullable Instant windowTo,
        List<String> batches) {

    public GeoPoint place() {
        return new GeoPoint(lat, lng);
    }

    public boolean isOver() {
        return state == StopState.DONE || state == StopState.SKIPPED || state == StopState.FAILED;
    }

    public Stop as(StopState next) {
        return new Stop(seq, type, placeId, lat, lng, next, plannedArrival, windowTo, batches);
    }
}
