package by.belparcel.trips.application.driving;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A driver takes batches on board.
 *
 * @param batchIds scanned batches
 * @param scans further scans: ids or numbers of batches
 * @param leaveBehind whether batches that were not scanned stay where they are
 * @param reason why, needed to leave something behind
 */
public record PickUp(
        List<String> batchIds,
        List<String> scans,
        boolean leaveBehind,
        @Nullable String reason,
        @Nullable Instant deviceTime,
        @Nullable Long expectedVersion) {

    public PickUp {
        batchIds = List.copyOf(batchIds);
        scans = List.copyOf(scans);
    }
}
