package by.belparcel.pickuptickets.model;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Short-lived signed tokens for the QR on the client's page: {@code number|exp|sig}, exp in Unix seconds. */
public final class QrTokens {

    private static final int LONGEST = 200;

    private final Secrets secrets;
    private final Duration life;

    public QrTokens(Secrets secrets, Duration life) {
        this.secrets = secrets;
        this.life = life;
    }

    public record Token(String text, Instant expiresAt) {}

    /** What a shown token proved to be. */
    public sealed interface Read {

        record Valid(String number) implements Read {}

        record Expired() implements Read {}

        record Invalid() implements Read {}
    }

    public Token issue(String ticketNumber, Instant now) {
        Instant expiresAt = Instant.ofEpochSecond(now.plus(life).getEpochSecond());
        String payload = ticketNumber + '|' + expiresAt.getEpochSecond();
        return new Token(payload + '|' + signature(payload), expiresAt);
    }

    /** The signature is looked at before the time, so that nobody learns anything from a forged token. */
    public Read read(String text, Instant now) {
        int beforeSignature = text.lastIndexOf('|');
        int beforeTime = beforeSignature < 0 ? -1 : text.lastIndexOf('|', beforeSignature - 1);
        if (beforeTime < 1 || text.length() > LONGEST) {
            return new Read.Invalid();
        }
        String payload = text.substring(0, beforeSignature);
        byte[] shown = text.substring(beforeSignature + 1).getBytes(StandardCharsets.UTF_8);
        if (!Secrets.same(signature(payload).getBytes(StandardCharsets.UTF_8), shown)) {
            return new Read.Invalid();
        }
        long expiry = Long.parseLong(payload.substring(beforeTime + 1));
        return now.getEpochSecond() >= expiry ? new Read.Expired() : new Read.Valid(text.substring(0, beforeTime));
    }

    private String signature(String payload) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.mac("qr", payload));
    }
}
