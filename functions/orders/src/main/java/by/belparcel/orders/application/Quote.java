package by.belparcel.orders.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price that was offered to a shop.
 *
 * @param fingerprint of the draft that was priced
 */
public record Quote(
        String id,
        String shopId,
        String fingerprint,
        @Nullable String promoCode,
        OrderPrice price,
        Instant expiresAt) {}
