package by.belparcel.eventing.outbox;

import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.core.type.TypeReference;

/** The {@code attributes} column: what a CloudEvent carries besides the columns, as one flat JSON object of texts. */
final class Attributes {

    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private Attributes() {}

    static String write(EventMetadata metadata) {
        Map<String, String> all = new LinkedHashMap<>(metadata.extensions());
        if (!metadata.subject().equals(metadata.partitionKey())) {
            all.put("subject", metadata.subject());
        }
        if (metadata.traceparent() != null) {
            all.put("traceparent", metadata.traceparent());
        }
        if (metadata.tracestate() != null) {
            all.put("tracestate", metadata.tracestate());
        }
        if (metadata.replay()) {
            all.put("replay", "true");
        }
        if (metadata.targetConsumer() != null) {
            all.put("targetconsumer", metadata.targetConsumer());
        }
        return Json.mapper().writeValueAsString(all);
    }

    /** Reads PostgreSQL's own spelling of such an object without a parser; anything unusual goes through the parser. */
    static void read(String json, BiConsumer<String, String> to) {
        if (json.equals("{}")) {
            return;
        }
        if (json.indexOf('\\') >= 0 || !scan(json, to)) {
            Json.mapper().readValue(json, MAP).forEach(to);
        }
    }

    private static boolean scan(String json, BiConsumer<String, String> to) {
        int at = 1;
        // Two passes, so that nothing is reported from a text that turns out to be unusual half way.
        for (int pass = 0; pass < 2; pass++) {
            at = 1;
            while (true) {
                int nameEnd = json.charAt(at) == '"' ? json.indexOf('"', at + 1) : -1;
                if (nameEnd < 0 || !json.startsWith("\": \"", nameEnd)) {
                    return false;
                }
                int valueStart = nameEnd + 4;
                int valueEnd = json.indexOf('"', valueStart);
                if (pass == 1) {
                    to.accept(json.substring(at + 1, nameEnd), json.substring(valueStart, valueEnd));
                }
                if (json.startsWith("\", \"", valueEnd)) {
                    at = valueEnd + 3;
                } else if (valueEnd + 2 == json.length() && json.charAt(valueEnd + 1) == '}') {
                    break;
                } else {
                    return false;
                }
            }
        }
        return at > 0;
    }
}
