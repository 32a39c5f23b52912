package by.belparcel.runner.eventing;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A CloudEvent 1.0: attributes by name (specversion and extensions included) as text, and the data bytes. */
record Event(Map<String, String> attributes, byte @Nullable [] data) {

    private static final Set<String> CORE =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

    Event {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Checks what the specification asks for. */
    static Event checked(Map<String, String> attributes, byte @Nullable [] data) {
        if (!"1.0".equals(attributes.get("specversion"))) {
            throw new NoEventException("specversion is not 1.0");
        }
        for (String required : new String[] {"id", "source", "type"}) {
            if (attributes.getOrDefault(required, "").isEmpty()) {
                throw new NoEventException(required + " is missing");
            }
        }
        for (String name : attributes.keySet()) {
            if (!NAME.matcher(name).matches()) {
                throw new NoEventException("attribute name " + name);
            }
        }
        String time = attributes.get("time");
        if (time != null) {
            try {
                OffsetDateTime.parse(time);
            } catch (DateTimeException e) {
                throw new NoEventException("time is not RFC 3339: " + time);
            }
        }
        return new Event(attributes, data);
    }

    @Nullable
    String get(String name) {
        return attributes.get(name);
    }

    /** Source and id, which is what an event is known by. */
    String identity() {
        return attributes.get("source") + " " + attributes.get("id");
    }

    Event with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(attributes);
        all.putAll(more);
        return new Event(all, data);
    }

    /** With the extensions of ceOverrides, which cannot touch the attributes that the specification defines. */
    Event overridden(Map<String, String> extensions) {
        Map<String, String> allowed = new LinkedHashMap<>(extensions);
        allowed.keySet().removeAll(CORE);
        return allowed.isEmpty() ? this : with(allowed);
    }

    /** Where the event stood in its topic, as the Kafka data plane tells it to every receiver. */
    Event at(int partition, long offset) {
        return with(Map.of(
                "knativekafkapartition", Integer.toString(partition), "knativekafkaoffset", Long.toString(offset)));
    }
}
