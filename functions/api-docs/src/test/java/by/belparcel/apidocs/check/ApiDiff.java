package by.belparcel.apidocs.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a present document takes away from those who were built against an earlier one (H-43). */
public final class ApiDiff {

    private static final List<String> MINIMA = List.of("minimum", "minLength", "minItems");
    private static final List<String> MAXIMA = List.of("maximum", "maxLength", "maxItems");

    private final JsonNode before;
    private final JsonNode now;
    private final List<String> broken = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private ApiDiff(JsonNode before, JsonNode now) {
        this.before = before;
        this.now = now;
    }

    /** One sentence for each thing that a caller may miss; empty when every caller goes on as before. */
    public static List<String> breaking(JsonNode before, JsonNode now) {
        ApiDiff diff = new ApiDiff(before, now);
        before.get("paths").properties().forEach(path -> diff.path(path.getKey(), path.getValue()));
        return List.copyOf(diff.broken);
    }

    private void path(String path, JsonNode item) {
        for (Map.Entry<String, JsonNode> old : item.properties()) {
            String name = old.getKey() + ' ' + path;
            JsonNode operation = now.get("paths").path(path).path(old.getKey());
            if (operation.isMissingNode()) {
                broken.add(name + " is gone");
            } else {
                // Generated clients have methods of these names.
                if (!old.getValue().path("operationId").equals(operation.path("operationId"))) {
                    broken.add(name + " has another operationId");
                }
                parameters(name, old.getValue(), operation);
                body(name, old.getValue(), operation);
                answers(name, old.getValue(), operation);
            }
        }
    }

    private void parameters(String name, JsonNode old, JsonNode operation) {
        Map<String, JsonNode> known = Parameters.of(before, old);
        Map<String, JsonNode> present = Parameters.of(now, operation);
        known.forEach((key, parameter) -> {
            JsonNode same = present.get(key);
            if (same == null) {
                broken.add(name + " no longer takes " + key);
            } else {
                asked(name + ' ' + key, parameter.get("schema"), same.get("schema"));
            }
        });
        present.forEach((key, parameter) -> {
            boolean needed = parameter.path("required").asBoolean(false);
            boolean wasNeeded =
                    known.containsKey(key) && known.get(key).path("required").asBoolean(false);
            if (needed && !wasNeeded) {
                broken.add(name + " now needs " + key);
            }
        });
    }

    private void body(String name, JsonNode old, JsonNode operation) {
        JsonNode schema = old.at("/requestBody/content/application~1json/schema");
        JsonNode present = operation.at("/requestBody/content/application~1json/schema");
        if (schema.isMissingNode() != present.isMissingNode()) {
            broken.add(name + (schema.isMissingNode() ? " now needs a body" : " no longer takes a body"));
        } else if (!schema.isMissingNode()) {
            asked(name + " body", schema, present);
        }
    }

    private void answers(String name, JsonNode old, JsonNode operation) {
        for (Map.Entry<String, JsonNode> answer : old.get("responses").properties()) {
            JsonNode schema = answer.getValue().at("/content/application~1json/schema");
            JsonNode present = operation.at("/responses/" + answer.getKey() + "/content/application~1json/schema");
            if (answer.getKey().startsWith("2") && !schema.isMissingNode()) {
                if (present.isMissingNode()) {
                    broken.add(name + " no longer answers " + answer.getKey());
                } else {
                    told(name + ' ' + answer.getKey(), schema, present);
                }
            }
        }
    }

    /** Of what callers send, nothing may be refused that was taken. */
    private void asked(String where, JsonNode oldSchema, JsonNode schema) {
        JsonNode old = resolved(before, oldSchema);
        JsonNode present = resolved(now, schema);
        if (!compared.add("asked " + oldSchema + present)) {
            return;
        }
        sameType(where, old, present);
        lost(where, old.get("enum"), present.get("enum"));
        MINIMA.stream()
                .filter(key -> present.has(key) && number(present, key, 0) > number(old, key, Double.NEGATIVE_INFINITY))
                .forEach(key -> broken.add(where + ": " + key + " is higher"));
        MAXIMA.stream()
                .filter(key -> present.has(key) && number(present, key, 0) < number(old, key, Double.POSITIVE_INFINITY))
                .forEach(key -> broken.add(where + ": " + key + " is lower"));
        for (String name : names(present.get("required"))) {
            if (!names(old.get("required")).contains(name)) {
                broken.add(where + " now needs " + name);
            }
        }
        for (Map.Entry<String, JsonNode> property : old.path("properties").properties()) {
            JsonNode same = present.path("properties").path(property.getKey());
            if (same.isMissingNode()) {
                broken.add(where + " no longer takes " + property.getKey());
            } else {
                asked(where + '.' + property.getKey(), property.getValue(), same);
            }
        }
        if (old.has("items") && present.has("items")) {
            asked(where + "[]", old.get("items"), present.get("items"));
        }
    }

    /** Of what is answered, nothing may be missing that was there. */
    private void told(String where, JsonNode oldSchema, JsonNode schema) {
        JsonNode old = resolved(before, oldSchema);
        JsonNode present = resolved(now, schema);
        if (!compared.add("told " + oldSchema + present)) {
            return;
        }
        sameType(where, old, present);
        for (String name : names(old.get("required"))) {
            if (!names(present.get("required")).contains(name)) {
                broken.add(where + " no longer always has " + name);
            }
        }
        for (Map.Entry<String, JsonNode> property : old.path("properties").properties()) {
            JsonNode same = present.path("properties").path(property.getKey());
            if (same.isMissingNode()) {
                broken.add(where + " no longer has " + property.getKey());
            } else {
                told(where + '.' + property.getKey(), property.getValue(), same);
            }
        }
        if (old.has("items") && present.has("items")) {
            told(where + "[]", old.get("items"), present.get("items"));
        }
    }

    private void sameType(String where, JsonNode old, JsonNode present) {
        if (old.has("type") && present.has("type") && !old.get("type").equals(present.get("type"))) {
            broken.add(where + " has another type");
        }
    }

    private void lost(String where, @Nullable JsonNode old, @Nullable JsonNode present) {
        if (present != null) {
            names(old).stream()
                    .filter(value -> !names(present).contains(value))
                    .forEach(value -> broken.add(where + " no longer takes " + value));
        }
    }

    private static double number(JsonNode schema, String key, double otherwise) {
        return schema.has(key) ? schema.get(key).asDouble() : otherwise;
    }

    private static Set<String> names(@Nullable JsonNode list) {
        Set<String> names = new TreeSet<>();
        if (list != null) {
            list.forEach(entry -> names.add(entry.asString()));
        }
        return names;
    }

    static JsonNode resolved(JsonNode document, JsonNode schema) {
        JsonNode reference = schema.get("$ref");
        return reference == null
                ? schema
                : resolved(document, document.at(reference.asString().substring(1)));
    }
}
