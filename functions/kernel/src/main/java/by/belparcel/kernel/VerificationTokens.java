package by.belparcel.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The proof that a pick-up code was checked (domain orders-and-payments 3.3, verify): signed by whoever checks codes, believed
 * by whoever issues parcels, so that the two need not ask each other. Text form {@code v1.<id>.<order>.<pvz>.<epoch s>.<mac>}.
 */
public final class VerificationTokens {

    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TEXT = Pattern.compile(
            "(v1\\.([0-9a-f-]{36})\\.([0-9a-f-]{36})\\.([0-9a-f-]{36})\\.([0-9]{1,11}))\\.([A-Za-z0-9_-]{43})");

    private final SecretKeySpec key;

    /** @param base64Key at least 32 bytes in base64url, setting {@code belparcel.pickup.verification-key} */
    public VerificationTokens(String base64Key) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(base64Key);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Setting belparcel.pickup.verification-key is not base64url");
        }
        if (bytes.length < KEY_BYTES) {
            throw new IllegalStateException("Setting belparcel.pickup.verification-key has less than 32 bytes");
        }
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * What was verified.
     *
     * @param expiresAt the last moment at which it may be used; a broken second counts as a whole one, as in the text form
     */
    public record Verification(String id, String orderId, String pvzId, Instant expiresAt) {

        public Verification {
            expiresAt = expiresAt.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
        }

        public boolean expired(Instant now) {
            return now.isAfter(expiresAt);
        }

        /** Whether it speaks of this order at this point. */
        public boolean covers(String order, String pvz) {
            return orderId.equals(order) && pvzId.equals(pvz);
        }
    }

    public String sign(Verification verification) {
        String text = "v1." + canonical(verification.id()) + "." + canonical(verification.orderId()) + "."
                + canonical(verification.pvzId()) + "."
                + verification.expiresAt().getEpochSecond();
        return text + "." + mac(text);
    }

    /** What the token says, expired or not; empty when it was not signed with this key. */
    public Optional<Verification> read(String token) {
        Matcher parts = TEXT.matcher(token);
        if (!parts.matches() || !same(mac(parts.group(1)), parts.group(6))) {
            return Optional.empty();
        }
        Instant end = Instant.ofEpochSecond(Long.parseLong(parts.group(5)));
        return Optional.of(new Verification(parts.group(2), parts.group(3), parts.group(4), end));
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] sum = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String canonical(String uuid) {
        return UUID.fromString(uuid).toString();
    }
}
