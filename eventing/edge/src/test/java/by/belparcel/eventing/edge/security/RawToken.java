package by.belparcel.eventing.edge.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Builds tokens byte by byte, so that they can be as wrong as an attacker likes. Values are raw JSON. */
public final class RawToken {

    private final Map<String, String> header = new LinkedHashMap<>();
    private final Map<String, String> claims = new LinkedHashMap<>();
    private String secret;
    private String algorithm = "HmacSHA256";

    private RawToken(String secret) {
        this.secret = secret;
    }

    /** A token that is valid at this moment. */
    public static RawToken valid(String secret, Instant now) {
        long second = now.getEpochSecond();
        return new RawToken(secret)
                .header("alg", "\"HS256\"")
                .header("typ", "\"at+jwt\"")
                .header("kid", "\"default\"")
                .claim("iss", "\"belparcel\"")
                .claim("aud", "\"belparcel-api\"")
                .claim("sub", "\"subject-1\"")
                .claim("jti", "\"jti-1\"")
                .claim("iat", Long.toString(second))
                .claim("exp", Long.toString(second + 900))
                .claim("role", "\"operator\"");
    }

    /** Sets a header parameter; null removes it. */
    public RawToken header(String name, String json) {
        put(header, name, json);
        return this;
    }

    public RawToken claim(String name, String json) {
        put(claims, name, json);
        return this;
    }

    public RawToken signedWith(String other) {
        secret = other;
        return this;
    }

    public RawToken mac(String name) {
        algorithm = name;
        return this;
    }

    public String payloadJson() {
        return json(claims);
    }

    public String headerJson() {
        return json(header);
    }

    public String build() {
        return sign(
                base64(headerJson().getBytes(StandardCharsets.UTF_8)),
                base64(payloadJson().getBytes(StandardCharsets.UTF_8)));
    }

    public String buildWith(byte[] headerBytes, byte[] payloadBytes) {
        return sign(base64(headerBytes), base64(payloadBytes));
    }

    private String sign(String first, String second) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            byte[] signature = mac.doFinal((first + '.' + second).getBytes(StandardCharsets.US_ASCII));
            return first + '.' + second + '.' + base64(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(Map<String, String> map, String name, String json) {
        if (json == null) {
            map.remove(name);
        } else {
            map.put(name, json);
        }
    }

    private static String json(Map<String, String> map) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        map.forEach((name, value) -> json.add("\"" + name + "\":" + value));
        return json.toString();
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
