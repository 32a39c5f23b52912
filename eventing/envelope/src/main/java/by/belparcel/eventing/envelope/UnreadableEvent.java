package by.belparcel.eventing.envelope;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An envelope around a message that breaks the rules: what can be kept is kept, the rest gets a placeholder. Only for the
 * keeper of dead letters, which has nowhere to send what it refuses.
 */
final class UnreadableEvent {

    private static final int ID_LIMIT = 200;
    /** The first KiB of an error body in Base64 must fit. */
    private static final int VALUE_LIMIT = 4_096;

    private static final String PREFIX = "original";
    /** Attributes whose value an unreadable event cannot be trusted with: kept as extensions under another name. */
    private static final Set<String> CHECKED = Set.of("specversion", "time", "sequence", "datacontenttype", "source");

    private static final Set<String> PLACED =
            Set.of("id", "type", "subject", "partitionkey", "correlationid", "dataschema", "traceparent", "tracestate");
    private static final Set<String> DROPPED = Set.of("causationid", "actor", "replay", "targetconsumer");

    private UnreadableEvent() {}

    /** @param attributes by their lower-case names, whatever the values are */
    static EventEnvelope of(Map<String, String> attributes, byte[] data) {
        String id = attributes.getOrDefault("id", "").isBlank()
                ? "sha256:" + digest(data)
                : limited(attributes.getOrDefault("id", ""), ID_LIMIT);
        String subject = limited(attributes.getOrDefault("subject", ""), ID_LIMIT);
        return new EventEnvelope(
                new EventMetadata(
                        id,
                        source(attributes.getOrDefault("source", "")),
                        attributes.getOrDefault("type", "").isBlank()
                                ? "unreadable"
                                : limited(attributes.getOrDefault("type", ""), ID_LIMIT),
                        subject,
                        Instant.EPOCH,
                        limited(attributes.getOrDefault("partitionkey", subject), ID_LIMIT),
                        0,
                        limited(attributes.getOrDefault("correlationid", id), ID_LIMIT),
                        id,
                        null,
                        null,
                        "system",
                        false,
                        null,
                        extensions(attributes)),
                data);
    }

    private static Map<String, String> extensions(Map<String, String> attributes) {
        Map<String, String> extensions = new LinkedHashMap<>();
        attributes.forEach((given, value) -> {
            String name = given.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            if (CHECKED.contains(name)) {
                extensions.put(PREFIX + name, limited(value, VALUE_LIMIT));
            } else if (!name.isEmpty() && !PLACED.contains(name) && !DROPPED.contains(name)) {
                extensions.put(name, limited(value, VALUE_LIMIT));
            }
        });
        return extensions;
    }

    private static String source(String source) {
        try {
            return source.isBlank() || source.length() > ID_LIMIT ? "/unreadable" : new URI(source).toString();
        } catch (URISyntaxException e) {
            return "/unreadable";
        }
    }

    /** Without what no attribute may hold; a long value keeps its beginning and the digest of the whole. */
    private static String limited(String value, int limit) {
        StringBuilder text = new StringBuilder();
        value.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .forEach(text::appendCodePoint);
        if (text.length() <= limit) {
            return text.toString();
        }
        String start = text.substring(0, text.offsetByCodePoints(0, limit / 2));
        return start + "~" + digest(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
