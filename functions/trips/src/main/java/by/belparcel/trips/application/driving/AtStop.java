package by.belparcel.trips.application.driving;

import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something happens at a stop.
 *
 * @param batchIds what is handed over, empty = everything for this stop
 * @param reason why it is skipped or failed, a word
 * @param attachmentIds photos
 */
public record AtStop(
        List<String> batchIds,
        @Nullable String reason,
        List<String> attachmentIds,
        @Nullable Instant deviceTime,
        @Nullable GeoPoint point,
        @Nullable Long expectedVersion) {

    public AtStop {
        batchIds = List.copyOf(batchIds);
        attachmentIds = List.copyOf(attachmentIds);
    }

    @Nullable
    Double lat() {
        return point == null ? null : point.lat();
    }

    @Nullable
    Double lng() {
        return point == null ? null : point.lng();
    }
}
