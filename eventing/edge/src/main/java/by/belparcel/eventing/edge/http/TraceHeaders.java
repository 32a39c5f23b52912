package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Trace;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Reads traceparent, X-Trace-ID and X-Correlation-ID (quality section 16, rules 1 to 6). What is not valid is replaced and
 * never reflected; two headers of one name are not valid.
 */
public final class TraceHeaders {

    private static final int LONGEST_TRACESTATE = 512;
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();

    private TraceHeaders() {}

    /** @param invalid run for every header that is replaced */
    public static Trace read(HttpHeaders headers, Runnable invalid) {
        String correlation = correlation(headers, invalid);
        String parent = single(headers, "traceparent", invalid);
        if (parent != null) {
            if (isTraceparent(parent)) {
                return new Trace(
                        parent.substring(3, 35),
                        newSpanId(),
                        parent.substring(36, 52),
                        (parent.charAt(54) & 1) == 1,
                        tracestate(headers),
                        correlation);
            }
            invalid.run();
        }
        String given = single(headers, "x-trace-id", invalid);
        if (given != null) {
            String traceId = traceIdOf(given);
            if (traceId != null) {
                return new Trace(traceId, newSpanId(), null, true, null, correlation);
            }
            invalid.run();
        }
        return new Trace(newTraceId(), newSpanId(), null, true, null, correlation);
    }

    /** Whether the text is a traceparent of version 00 (or a later one that begins alike) with non-zero ids. */
    public static boolean isTraceparent(String text) {
        return text.length() == 55
                && text.charAt(2) == '-'
                && text.charAt(35) == '-'
                && text.charAt(52) == '-'
                && isHex(text, 0, 2)
                && isHex(text, 3, 35)
                && isHex(text, 36, 52)
                && isHex(text, 53, 55)
                && !text.startsWith("ff")
                && !isZero(text, 3, 35)
                && !isZero(text, 36, 52);
    }

    private static String correlation(HttpHeaders headers, Runnable invalid) {
        String given = single(headers, "x-correlation-id", invalid);
        if (given != null) {
            if (isCorrelation(given)) {
                return given;
            }
            invalid.run();
        }
        return asUuid(newTraceId());
    }

    private static boolean isCorrelation(String text) {
        if (text.isEmpty() || text.length() > 64) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ok =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0;
            if (!ok) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String tracestate(HttpHeaders headers) {
        String state = headers.get("tracestate");
        if (state == null || state.length() > LONGEST_TRACESTATE) {
            return null;
        }
        return state.chars().allMatch(c -> c >= 0x20 && c < 0x7f) ? state : null;
    }

    private static @Nullable String traceIdOf(String uuid) {
        if (uuid.length() != 36
                || uuid.charAt(8) != '-'
                || uuid.charAt(13) != '-'
                || uuid.charAt(18) != '-'
                || uuid.charAt(23) != '-') {
            return null;
        }
        String digits = uuid.replace("-", "").toLowerCase(java.util.Locale.ROOT);
        return digits.length() == 32 && isHex(digits, 0, 32) && !isZero(digits, 0, 32) ? digits : null;
    }

    private static @Nullable String single(HttpHeaders headers, String name, Runnable invalid) {
        if (!headers.contains(name)) {
            return null;
        }
        List<String> values = headers.getAll(name);
        if (values.size() > 1) {
            invalid.run();
            return null;
        }
        return values.getFirst();
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** A random UUID (version 4) without dashes: a trace id need not be secret, so no secure random is loaded for it. */
    static String newTraceId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return hex(high) + hex(low);
    }

    static String newSpanId() {
        long id;
        do {
            id = ThreadLocalRandom.current().nextLong();
        } while (id == 0);
        return hex(id);
    }

    private static String hex(long value) {
        char[] text = new char[16];
        for (int i = 15; i >= 0; i--) {
            text[i] = DIGITS[(int) (value & 0xF)];
            value >>>= 4;
        }
        return new String(text);
    }

    static String newCorrelationId() {
        return asUuid(newTraceId());
    }

    private static String asUuid(String traceId) {
        return traceId.substring(0, 8)
                + '-'
                + traceId.substring(8, 12)
                + '-'
                + traceId.substring(12, 16)
                + '-'
                + traceId.substring(16, 20)
                + '-'
                + traceId.substring(20);
    }
}
