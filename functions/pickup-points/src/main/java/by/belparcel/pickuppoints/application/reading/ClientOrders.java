package by.belparcel.pickuppoints.application.reading;

import by.belparcel.pickuppoints.application.ParcelView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code GET /pvz/v1/clients/{id}/orders} answers: a page, or a part of a scroll when {@code last_id} is given. */
public sealed interface ClientOrders {

    /** Message ParcelPage of the contract. */
    record ParcelPage(List<ParcelView> items, int page, int limit, long total, int totalPages) implements ClientOrders {

        static ParcelPage of(Listed listed, Paging paging) {
            return new ParcelPage(
                    listed.parcels().stream()
                            .map(parcel -> ParcelView.of(parcel, listed.at()))
                            .toList(),
                    paging.page(),
                    paging.limit(),
                    listed.total(),
                    paging.pages(listed.total()));
        }
    }

    /** Message ScrollOrdersReply. @param nextLastId absent at the end */
    record Scroll(List<ParcelView> items, @Nullable String nextLastId) implements ClientOrders {}
}
