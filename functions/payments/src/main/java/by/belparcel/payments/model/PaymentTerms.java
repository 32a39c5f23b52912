package by.belparcel.payments.model;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import java.time.Instant;

/**
 * What was agreed when the order was created; it never changes.
 *
 * @param id payment id, at the same time the idempotency key of the authorisation
 * @param provider name of the provider that moves the money
 * @param fee price of the delivery
 * @param goods price of the goods that is collected for the shop, zero unless paid on pick-up
 */
public record PaymentTerms(
        String id,
        String orderId,
        String shopId,
        PaymentMethod method,
        String provider,
        Money fee,
        Money goods,
        Instant requestedAt) {

    public Money amount() {
        return fee.plus(goods);
    }
}
