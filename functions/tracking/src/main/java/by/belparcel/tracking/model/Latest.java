package by.belparcel.tracking.model;

import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last known position of a trip: one row of {@code tracking.carrier_locations}.
 *
 * @param deviceTime of the newest fix, also of one that only said that the vehicle still stands
 * @param storedTime of the newest fix that is in the track
 * @param mocks simulated positions in a row
 * @param toldAt when trips heard of it last
 * @param seq counts the changes of this row
 */
public record Latest(
        String carrierId,
        double lat,
        double lng,
        double accuracyM,
        @Nullable Integer heading,
        @Nullable Double speedMps,
        @Nullable Integer battery,
        Instant deviceTime,
        Instant storedTime,
        long fixSeq,
        Quality quality,
        boolean mock,
        int mocks,
        @Nullable Instant toldAt,
        long seq,
        Watch watch) {

    public GeoPoint place() {
        return new GeoPoint(lat, lng);
    }

    Spot spot() {
        return new Spot(lat, lng, accuracyM, deviceTime);
    }
}
