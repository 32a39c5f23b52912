package by.belparcel.payments.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * An id that follows from another one: a handler that is repeated after a crash asks the provider with the same key although
 * nothing of its first run was committed. The result keeps the time of the source id and is a valid UUIDv7.
 */
public final class DerivedId {

    private DerivedId() {}

    /** @throws IllegalArgumentException when the source is not a UUID */
    public static String of(String purpose, String sourceUuid) {
        UUID source = UUID.fromString(sourceUuid);
        ByteBuffer hash = ByteBuffer.wrap(sha256(purpose + ":" + source));
        long high = (source.getMostSignificantBits() & ~0xFFFFL) | 0x7000L | (hash.getLong() & 0xFFFL);
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
