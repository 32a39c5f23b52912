package by.belparcel.eventing.grpc;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A field's value as one segment of a path. The edge knows exactly one way to write a segment: ASCII as it is, the rest
 * percent-encoded, and of that only letters and digits. The slash of {@code BP-.../2} is written {@code ~} there.
 */
final class PathText {

    private static final String PUNCTUATION = "-._~!$&'()*+,=:@";
    private static final int LONGEST = 256;

    private PathText() {}

    /** @throws CallFailed INVALID_ARGUMENT naming the field */
    static String encode(String field, String value) {
        if (value.isEmpty()) {
            throw CallFailed.invalidField(field, "REQUIRED", "is required");
        }
        boolean unknown = value.codePoints().anyMatch(c -> c >= 0x80 && !Character.isLetterOrDigit(c));
        if (unknown || value.length() > LONGEST || value.chars().allMatch(c -> c == '.')) {
            throw malformed(field);
        }
        StringBuilder path = new StringBuilder(value.length());
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            if (c == '/') {
                path.append('~');
            } else if (c >= 0x80) {
                path.append('%').append(HexFormat.of().toHexDigits(each).toUpperCase(Locale.ROOT));
            } else if (isAllowed(c)) {
                path.append(c);
            } else {
                throw malformed(field);
            }
        }
        return path.toString();
    }

    private static boolean isAllowed(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || PUNCTUATION.indexOf(c) >= 0;
    }

    private static CallFailed malformed(String field) {
        return CallFailed.invalidField(field, "FORMAT", "has characters that it may not have");
    }
}
