package by.belparcel.eventing.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** SHA-256 over what was executed: method, actual path and canonical body. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(String method, String path, JsonNode body) {
        String executed = method + '\n' + path + '\n' + CanonicalJson.of(body);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(executed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
