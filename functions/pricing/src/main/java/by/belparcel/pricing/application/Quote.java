package by.belparcel.pricing.application;

import by.belparcel.pricing.rules.Facts;
import by.belparcel.pricing.rules.Price;
import java.time.Instant;

/** A price that was offered to a shop until a time, with everything that explains it. */
public record Quote(
        String id, String shopId, String fingerprint, Price price, Facts facts, Instant createdAt, Instant expiresAt) {}
