package by.belparcel.orders.application;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The time inside a UUIDv7 (RFC 9562): its first 48 bits are Unix milliseconds. */
final class QuoteAge {

    private QuoteAge() {}

    /** Empty when the id is no UUIDv7. */
    static Optional<Instant> issuedAt(String id) {
        UUID uuid = UUID.fromString(id);
        return uuid.version() == 7
                ? Optional.of(Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16))
                : Optional.empty();
    }
}
