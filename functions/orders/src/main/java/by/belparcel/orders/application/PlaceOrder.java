package by.belparcel.orders.application;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.orders.model.Options;
import by.belparcel.orders.model.Parcel;
import by.belparcel.orders.model.Recipient;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop hands in an order.
 *
 * @param shopId absent when the shop itself calls: its token says who it is
 * @param goodsAmount what the client pays for the goods at the pick-up point
 */
public record PlaceOrder(
        @Nullable String shopId,
        String shopOrderRef,
        String warehouseId,
        String pvzId,
        Recipient recipient,
        List<Parcel> parcels,
        PaymentMethod paymentMethod,
        @Nullable Money goodsAmount,
        @Nullable String quoteId,
        Options options,
        @Nullable LocalDate desiredDate,
        @Nullable String comment) {

    public PlaceOrder {
        parcels = List.copyOf(parcels);
    }
}
