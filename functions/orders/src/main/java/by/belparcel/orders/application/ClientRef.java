package by.belparcel.orders.application;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * How other contexts name the recipient: the same for all orders of one phone, and no way back to the phone. It follows from the
 * keyed index of the phone, so nobody without the contact key can make it, and it needs no key to be told.
 */
final class ClientRef {

    private static final String PURPOSE = "client-ref:";

    private ClientRef() {}

    /** A UUID of version 8, whose bits are those of a hash. */
    static String of(SealedContact contact) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(contact.phoneIndex()));
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static byte[] sha256(byte[] index) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(PURPOSE.getBytes(StandardCharsets.UTF_8));
            return digest.digest(index);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
