package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Refused;
import by.belparcel.eventing.outcome.Rejection;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Optional proof that an event comes from our own delivery: HMAC-SHA256 over the body, hex, in one header. Off without a secret. */
final class EventSignature {

    static final String HEADER = "x-belparcel-signature";

    private final byte @Nullable [] secret;

    EventSignature(@Nullable String secret) {
        this.secret = secret == null ? null : secret.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Refused 401 when a secret is configured and the signature does not match */
    void require(@Nullable String signature, byte[] body) {
        if (secret == null) {
            return;
        }
        byte[] given = (signature == null ? "" : signature).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, sign(secret, body).getBytes(StandardCharsets.UTF_8))) {
            throw new Refused(Rejection.of(
                    Rejection.Kind.UNAUTHENTICATED,
                    "UNAUTHENTICATED",
                    "The event is not signed by this installation."));
        }
    }

    static String sign(byte[] secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
