package by.belparcel.eventing.envelope;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Context attributes by name ⇄ {@link EventMetadata}: the rules of CloudEvents 1.0 and of the domain's envelope in one place. */
final class Attributes {

    static final String JSON = "application/json";
    private static final String SCHEMAS = "https://belparcel.by/schemas/";
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int ID_LIMIT = 200;
    /** What becomes part of a key in the database; source and id together must fit into one index row. */
    private static final int KEY_LIMIT = 255;

    private static final Set<String> KEYS = Set.of(
            "source", "type", "subject", "partitionkey", "correlationid", "causationid", "actor", "targetconsumer");
    private static final Set<String> OWN = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "partitionkey",
            "sequence",
            "correlationid",
            "causationid",
            "traceparent",
            "tracestate",
            "actor",
            "replay",
            "targetconsumer");

    private Attributes() {}

    /** A rule that the attributes break. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    /** Attribute names are lower-case letters and digits; Knative's own are longer than 20 characters. */
    static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    }

    /** CloudEvents strings have no control characters and no halves of surrogate pairs (1.0.2, section 2.4). */
    private static boolean isText(String value) {
        return value.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    static EventMetadata read(Map<String, String> attributes) throws Broken {
        if (!"1.0".equals(attributes.get("specversion"))) {
            throw new Broken("specversion must be 1.0");
        }
        String id = required(attributes, "id");
        if (id.length() > ID_LIMIT) {
            throw new Broken("id has more than " + ID_LIMIT + " characters");
        }
        String subject = attributes.getOrDefault("subject", "");
        Map<String, String> extensions = new LinkedHashMap<>();
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (!isName(attribute.getKey())) {
                throw new Broken("attribute names consist of lower-case letters and digits");
            }
            if (!isText(attribute.getValue())) {
                throw new Broken(attribute.getKey() + " contains control characters");
            }
            if (KEYS.contains(attribute.getKey()) && attribute.getValue().length() > KEY_LIMIT) {
                throw new Broken(attribute.getKey() + " has more than " + KEY_LIMIT + " characters");
            }
            if (!OWN.contains(attribute.getKey())) {
                extensions.put(attribute.getKey(), attribute.getValue());
            }
        }
        return new EventMetadata(
                id,
                source(required(attributes, "source")),
                required(attributes, "type"),
                subject,
                time(attributes.get("time")),
                attributes.getOrDefault("partitionkey", subject),
                sequence(attributes.get("sequence")),
                attributes.getOrDefault("correlationid", id),
                attributes.getOrDefault("causationid", id),
                attributes.get("traceparent"),
                attributes.get("tracestate"),
                attributes.getOrDefault("actor", "system"),
                "true".equals(attributes.get("replay")),
                attributes.get("targetconsumer"),
                extensions);
    }

    /** All attributes in the order in which they are written. */
    static Map<String, String> write(EventMetadata event) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("specversion", "1.0");
        all.put("id", event.id());
        all.put("source", event.source());
        all.put("type", event.type());
        put(all, "subject", event.subject());
        all.put("time", time(event.time()));
        all.put("datacontenttype", JSON);
        all.put("dataschema", SCHEMAS + event.type() + ".json");
        put(all, "partitionkey", event.partitionKey());
        if (event.sequence() > 0) {
            all.put("sequence", "%010d".formatted(event.sequence()));
        }
        put(all, "correlationid", event.correlationId());
        put(all, "causationid", event.causationId());
        put(all, "traceparent", event.traceparent());
        put(all, "tracestate", event.tracestate());
        put(all, "actor", event.actor());
        put(all, "replay", event.replay() ? "true" : null);
        put(all, "targetconsumer", event.targetConsumer());
        event.extensions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(extension -> put(all, extension.getKey(), extension.getValue()));
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            all.put(name, value);
        }
    }

    private static String time(Instant time) {
        return MILLIS.format(time);
    }

    private static String required(Map<String, String> attributes, String name) throws Broken {
        String value = attributes.get(name);
        if (value == null || value.isBlank()) {
            throw new Broken(name + " is required");
        }
        return value;
    }

    private static String source(String source) throws Broken {
        try {
            return new URI(source).toString();
        } catch (URISyntaxException e) {
            throw new Broken("source is not a URI-reference");
        }
    }

    /** Time is optional in CloudEvents; the epoch stands for "not said". */
    private static Instant time(@Nullable String time) throws Broken {
        if (time == null) {
            return Instant.EPOCH;
        }
        try {
            OffsetDateTime parsed = OffsetDateTime.parse(time);
            return parsed.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new Broken("time is not an RFC 3339 time");
        }
    }

    private static long sequence(@Nullable String sequence) throws Broken {
        if (sequence == null) {
            return 0;
        }
        try {
            long number = Long.parseLong(sequence);
            if (number < 0) {
                throw new Broken("sequence is negative");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new Broken("sequence is not a number");
        }
    }
}
