package by.belparcel.pickuppoints.application.points;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an import. @param imported how many rows the point holds now */
public record ImportReply(String importId, int imported, List<RowError> errors) {

    /** @param row 1-based @param orderId as it stands in the row */
    public record RowError(int row, @Nullable String orderId, String code, String message) {}
}
