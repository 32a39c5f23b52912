package by.belparcel.trips.application.driving;

import by.belparcel.kernel.GeoPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle cannot go on as planned.
 *
 * @param kind what broke, a word
 * @param drivable whether it can still move
 */
public record ReportBreakdown(
        String kind,
        @Nullable String text,
        boolean drivable,
        @Nullable GeoPoint point,
        List<String> attachmentIds,
        @Nullable Long expectedVersion) {

    public ReportBreakdown {
        attachmentIds = List.copyOf(attachmentIds);
    }
}
