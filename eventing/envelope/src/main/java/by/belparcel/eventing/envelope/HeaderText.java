package by.belparcel.eventing.envelope;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Percent-encoding of attribute values in HTTP headers (CloudEvents HTTP binding 1.0.2, section 3.1.3.2). */
final class HeaderText {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private HeaderText() {}

    /** Encodes what is not printable ASCII, and space, quote and percent. */
    static String encode(String value) {
        if (value.chars().allMatch(HeaderText::isPlain)) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                text.append((char) b);
            } else {
                text.append('%').append(HEX.toHexDigits(b));
            }
        }
        return text.toString();
    }

    /** Decodes once; empty when the result is not UTF-8. A percent sign without two hex digits stands for itself. */
    static Optional<String> decode(String value) {
        if (value.indexOf('%') < 0) {
            return Optional.of(value);
        }
        ByteBuffer bytes = ByteBuffer.allocate(value.length() * 3);
        int i = 0;
        while (i < value.length()) {
            char c = value.charAt(i);
            if (c == '%' && i + 2 < value.length() && isHex(value.charAt(i + 1)) && isHex(value.charAt(i + 2))) {
                bytes.put((byte) HexFormat.fromHexDigits(value, i + 1, i + 3));
                i += 3;
            } else {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                i++;
            }
        }
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return Optional.of(decoded.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(int c) {
        return c > 0x20 && c < 0x7f && c != '"' && c != '%';
    }

    private static boolean isHex(char c) {
        return HexFormat.isHexDigit(c);
    }
}
