package by.belparcel.tracking.application;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.TripState;
import by.belparcel.tracking.model.Line;
import by.belparcel.tracking.model.Stop;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the way of a position must know of its trip, whose row is locked.
 *
 * @param carrierId who drives it now
 * @param fromAt since when the reporting carrier drove it
 * @param plannedLine pairs of latitude and longitude
 * @param silence step of silence that was told, 0 = none
 * @param silenceCheck counts the timers of silence
 */
public record TripFacts(
        String tripId,
        TripState state,
        @Nullable String carrierId,
        Instant fromAt,
        List<Stop> stops,
        List<List<Double>> plannedLine,
        int silence,
        long silenceCheck) {

    boolean isDrivenBy(String carrier) {
        return state == TripState.IN_TRANSIT && carrier.equals(carrierId);
    }

    Line way() {
        return new Line(plannedLine.stream()
                .map(pair -> new GeoPoint(pair.getFirst(), pair.getLast()))
                .toList());
    }
}
