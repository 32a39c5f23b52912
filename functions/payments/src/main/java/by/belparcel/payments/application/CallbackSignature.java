package by.belparcel.payments.application;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a provider's callback: header {@code X-Provider-Signature: t=<unix seconds>,v1=<hex>}, an HMAC-SHA-256 over
 * the time and the fields of the callback, each on a line. Without a key nothing is believed.
 */
public final class CallbackSignature {

    public static final String HEADER = "x-provider-signature";

    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
    private static final String ALGORITHM = "HmacSHA256";

    private final Optional<byte[]> key;
    private final Duration tolerance;

    /** @param tolerance how far the signing time may be from ours */
    public CallbackSignature(Optional<String> key, Duration tolerance) {
        this.key = key.map(k -> k.getBytes(StandardCharsets.UTF_8));
        this.tolerance = tolerance;
    }

    boolean holds(Optional<String> header, ProviderCallback callback, Instant now) {
        Matcher form = FORM.matcher(header.orElse(""));
        if (key.isEmpty() || !form.matches()) {
            return false;
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
        byte[] expected = hex(key.get(), form.group(1), callback).getBytes(StandardCharsets.US_ASCII);
        boolean same = MessageDigest.isEqual(expected, form.group(2).getBytes(StandardCharsets.US_ASCII));
        return same && Duration.between(signedAt, now).abs().compareTo(tolerance) <= 0;
    }

    /** The header of a callback, as a provider makes it. */
    public String sign(ProviderCallback callback, Instant at) {
        String time = Long.toString(at.getEpochSecond());
        return "t=" + time + ",v1=" + hex(key.orElseThrow(), time, callback);
    }

    private static String hex(byte[] key, String time, ProviderCallback callback) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of()
                    .formatHex(mac.doFinal((time + '\n' + callback.signedText()).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
