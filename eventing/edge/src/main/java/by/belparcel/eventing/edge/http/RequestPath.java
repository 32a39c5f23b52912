package by.belparcel.eventing.edge.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request target, split and decoded once, so that router and policy see the same thing. There is exactly one
 * way to write a path: what a careless router would normalise is not a path at all.
 *
 * @param text path as sent, without the query
 * @param segments decoded segments; the last one is empty after a closing slash
 * @param query text after the question mark, null without one
 */
record RequestPath(
        String text, List<String> segments, @Nullable String query) {

    private static final String ALLOWED = "-._~!$&'()*+,=:@";

    /** Null when the target is no canonical path: answered like an unknown path or as a bad request. */
    static @Nullable RequestPath parse(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? null : target.substring(mark + 1);
        if (path.isEmpty() || path.charAt(0) != '/') {
            return null;
        }
        if (path.length() == 1) {
            return new RequestPath(path, List.of(), query);
        }
        List<String> segments = new ArrayList<>(6);
        int from = 1;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            String segment = from == path.length() ? "" : decode(path, from, to);
            if (segment == null) {
                return null;
            }
            segments.add(segment);
            from = to + 1;
        }
        return new RequestPath(path, List.copyOf(segments), query);
    }

    private static @Nullable String decode(String path, int from, int to) {
        boolean encoded = false;
        boolean dotsOnly = true;
        for (int i = from; i < to; i++) {
            char c = path.charAt(i);
            if (c == '%') {
                encoded = true;
            } else if (!isAllowed(c)) {
                return null;
            }
            dotsOnly &= c == '.';
        }
        if (from == to || dotsOnly) {
            return null;
        }
        String raw = path.substring(from, to);
        return encoded ? decodeCanonical(raw) : raw;
    }

    /** Percent-encoding is accepted for non-ASCII text only: an encoded ASCII character is an attempt to look different. */
    private static @Nullable String decodeCanonical(String raw) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.put((byte) c);
                continue;
            }
            int value = hex(raw, i + 1) * 16 + hex(raw, i + 2);
            if (value < 0x80) {
                return null;
            }
            bytes.put((byte) value);
            i += 2;
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            return text.codePoints().allMatch(RequestPath::isText) ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isText(int codePoint) {
        return codePoint < 0x80 || Character.isLetterOrDigit(codePoint);
    }

    private static int hex(String raw, int at) {
        int digit = at < raw.length() ? Character.digit(raw.charAt(at), 16) : -1;
        return digit < 0 ? -1_000 : digit;
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ALLOWED.indexOf(c) >= 0;
    }
}
