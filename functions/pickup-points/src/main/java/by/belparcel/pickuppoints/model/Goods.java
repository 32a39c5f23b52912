package by.belparcel.pickuppoints.model;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * What the parcel is: wrapping, weight and price.
 *
 * @param paymentMethod of its order; PAY_ON_PICKUP needs a receipt at the counter
 */
public record Goods(
        Packaging packaging,
        int weightG,
        Money price,
        Money surcharge,
        @Nullable PaymentMethod paymentMethod) {

    public Money total() {
        return price.plus(surcharge);
    }
}
