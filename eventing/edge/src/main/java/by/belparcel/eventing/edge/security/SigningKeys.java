package by.belparcel.eventing.edge.security;

import by.belparcel.eventing.handling.Settings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The HS256 secrets of the trust domain by key id; the first one signs, all verify. Weak secrets are refused at the start.
 */
public final class SigningKeys {

    static final String DEFAULT_KID = "default";

    private static final int LEAST_BYTES = 32;
    private static final Set<String> KNOWN = Set.of(
            "changeme",
            "secret",
            "supersecret",
            "supersecretkey",
            "password",
            "default",
            "test",
            "dev",
            "jwtsecret",
            "your256bitsecret",
            "mysecretkey",
            "secretkey",
            "replaceme",
            "example");

    private final Map<String, byte[]> secrets;
    private final String signingKid;

    private SigningKeys(Map<String, byte[]> secrets) {
        this.secrets = secrets;
        this.signingKid = secrets.keySet().iterator().next();
    }

    /**
     * Reads {@code AUTH_HS256_KEYS} ({@code kid:secret,kid:secret}, first signs) and {@code AUTH_HS256SECRET} or
     * {@code JWT_SECRET_KEY} (key id {@code default}).
     *
     * @throws IllegalStateException when there is none or one is weak; the message never holds a secret
     */
    public static SigningKeys from(Settings settings) {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        settings.find("AUTH_HS256_KEYS").ifPresent(list -> addAll(secrets, list));
        Optional<String> single = settings.find("AUTH_HS256SECRET").or(() -> settings.find("JWT_SECRET_KEY"));
        single.ifPresent(secret -> secrets.put(DEFAULT_KID, strong("AUTH_HS256SECRET", secret)));
        if (secrets.isEmpty()) {
            throw new IllegalStateException(
                    "AUTH_HS256SECRET is missing: functions with HTTP routes need a secret of at least 32 random bytes");
        }
        return new SigningKeys(secrets);
    }

    Set<String> kids() {
        return secrets.keySet();
    }

    byte[] secret(String kid) {
        byte[] secret = secrets.get(kid);
        if (secret == null) {
            throw new IllegalArgumentException("unknown key id");
        }
        return secret;
    }

    String signingKid() {
        return signingKid;
    }

    /** A key for another purpose, so that no two purposes share one. */
    byte[] derive(String kid, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(kid), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addAll(Map<String, byte[]> secrets, String list) {
        for (String pair : list.split(",", -1)) {
            int colon = pair.indexOf(':');
            String kid = colon < 0 ? "" : pair.substring(0, colon).strip();
            if (kid.isEmpty() || kid.length() > 64 || !kid.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
                throw new IllegalStateException("AUTH_HS256_KEYS needs the form kid:secret,kid:secret");
            }
            if (secrets.put(
                            kid,
                            strong("AUTH_HS256_KEYS", pair.substring(colon + 1).strip()))
                    != null) {
                throw new IllegalStateException("AUTH_HS256_KEYS names a key id twice");
            }
        }
    }

    private static byte[] strong(String name, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalStateException(name + " is too short: at least 32 random bytes are needed");
        }
        if (secret.chars().distinct().count() < 8) {
            throw new IllegalStateException(name + " is weak: it repeats a few characters");
        }
        String plain = secret.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        for (String known : KNOWN) {
            if (plain.startsWith(known)
                    && plain.replace(known, "").chars().distinct().count() < 8) {
                throw new IllegalStateException(name + " is weak: it is a well-known default");
            }
        }
        return bytes;
    }
}
