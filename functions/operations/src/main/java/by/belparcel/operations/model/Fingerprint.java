package by.belparcel.operations.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Groups dead letters that failed in the same way: same consumer, event type, error class and error text without its numbers. */
public final class Fingerprint {

    private static final int BYTES = 8;

    private Fingerprint() {}

    public static String of(String eventType, DeliveryFailure failure) {
        String shape = failure.errorText()
                .replaceAll("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}", "#")
                .replaceAll("[0-9]+", "#");
        String text = String.join("\n", failure.consumer(), eventType, failure.errorClass(), shape);
        return HexFormat.of().formatHex(sha256(text), 0, BYTES);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
