package by.belparcel.tracking.application;

import by.belparcel.tracking.model.Quality;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way that a trip took. @param simplified metres of tolerance, absent when nothing was left out */
public record TrackView(String tripId, int count, @Nullable Long simplified, List<Point> points) {

    public TrackView {
        points = List.copyOf(points);
    }

    /** @param reAnchored whether it proved that the place before was the wrong one */
    public record Point(
            double lat,
            double lng,
            Instant deviceTime,
            @Nullable Double accuracyM,
            @Nullable Double speedMps,
            @Nullable Integer heading,
            @Nullable Quality quality,
            @Nullable Boolean reAnchored,
            @Nullable String carrierId) {}
}
