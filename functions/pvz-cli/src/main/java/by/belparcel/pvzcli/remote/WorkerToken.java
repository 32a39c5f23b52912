package by.belparcel.pvzcli.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of pick-up point workers: made for the system of this checkout, and read for the point that they name. */
public final class WorkerToken {

    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"default\"}";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private WorkerToken() {}

    static String signed(String secret, String pvzId) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        String claims = "{\"iss\":\"belparcel\",\"aud\":\"belparcel-api\",\"sub\":\"demo-pvz_worker\",\"jti\":\""
                + UUID.randomUUID() + "\",\"iat\":" + now + ",\"exp\":" + (now + LIFE.toSeconds())
                + ",\"role\":\"pvz_worker\",\"pvz_id\":\"" + pvzId + "\"}";
        String content = encoded(HEADER.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The point that a token is bound to. Nothing is checked here: the pick-up point checks what it is sent. */
    public static Optional<String> pvzId(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0) {
            return Optional.empty();
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.substring(first + 1, second));
            Map<String, String> values = JsonFile.values(new String(claims, StandardCharsets.UTF_8));
            return Optional.ofNullable(values.get("pvz_id"));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
