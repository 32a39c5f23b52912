package by.belparcel.tracking.model;

import by.belparcel.kernel.GeoPoint;
import java.time.Instant;

/** An accepted position that others are measured against. */
public record Spot(double lat, double lng, double accuracyM, Instant deviceTime) {

    public GeoPoint place() {
        return new GeoPoint(lat, lng);
    }
}
