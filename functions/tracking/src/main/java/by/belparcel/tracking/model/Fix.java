package by.belparcel.tracking.model;

import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A position as a device reported it; metres, metres per second, degrees.
 *
 * @param seq the device's own counter
 * @param mock whether the device says that the position is simulated
 */
public record Fix(
        String carrierId,
        long seq,
        double lat,
        double lng,
        double accuracyM,
        @Nullable Double speedMps,
        @Nullable Integer heading,
        @Nullable Double altitude,
        @Nullable Integer battery,
        @Nullable Boolean isMoving,
        @Nullable String source,
        boolean mock,
        Instant deviceTime,
        Instant receivedTime) {

    public GeoPoint place() {
        return new GeoPoint(lat, lng);
    }

    /** The same position with the device's clock corrected. */
    public Fix at(Instant corrected) {
        return new Fix(
                carrierId,
                seq,
                lat,
                lng,
                accuracyM,
                speedMps,
                heading,
                altitude,
                battery,
                isMoving,
                source,
                mock,
                corrected,
                receivedTime);
    }
}
