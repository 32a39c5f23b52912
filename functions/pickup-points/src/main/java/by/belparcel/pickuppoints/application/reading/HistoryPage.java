package by.belparcel.pickuppoints.application.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Message HistoryPage of the contract. */
public record HistoryPage(List<Entry> items, int page, int limit, long total, int totalPages) {

    /**
     * One change of a parcel.
     *
     * @param orderId the external number where there is one, else the order with {@code /n} where it has several parcels, else
     *     the id of the parcel
     * @param state after the change
     */
    public record Entry(
            String orderId,
            String state,
            Instant at,
            String kind,
            @Nullable String detail,
            String actorType,
            String actorId) {}

    static HistoryPage of(Changes changes, Paging paging) {
        return new HistoryPage(
                changes.entries(), paging.page(), paging.limit(), changes.total(), paging.pages(changes.total()));
    }

    /** Some rows of a history. @param total of all its rows */
    public record Changes(List<Entry> entries, long total) {

        public Changes {
            entries = List.copyOf(entries);
        }
    }
}
