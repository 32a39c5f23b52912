package by.belparcel.pickuptickets.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The per-deployment key (setting {@code belparcel.pickup.code-key}) and what is computed with it. Each purpose has its own
 * derived key, so that a value of one kind proves nothing of another. Its text form is empty.
 */
public final class Secrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 16;

    private final byte[] key;

    public Secrets(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        if (this.key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "belparcel.pickup.code-key needs at least " + SHORTEST_KEY + " characters");
        }
    }

    byte[] mac(String purpose, String text) {
        return mac(mac(key, purpose), text);
    }

    /** In constant time. */
    static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
