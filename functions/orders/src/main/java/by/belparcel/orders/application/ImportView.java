package by.belparcel.orders.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an import. */
public record ImportView(String id, String shopId, Summary summary, List<Row> results, Instant createdAt) {

    public ImportView {
        results = List.copyOf(results);
    }

    public record Summary(int ok, int failed) {}

    /**
     * @param no place in the request, from 1
     * @param id of the placed order, or of the one that was there before
     */
    public record Row(
            int no,
            boolean ok,
            @Nullable String id,
            @Nullable String number,
            @Nullable String shopOrderRef,
            @Nullable String code,
            @Nullable String reason) {}
}
