package by.belparcel.apidocs.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Readers refuse fields that nobody asked for, so the schemas of bodies refuse them too; {@code x-open} keeps one open. */
final class RequestSchemas {

    private static final String PREFIX = "#/components/schemas/";

    private RequestSchemas() {}

    /** Changes the schemas that a request body leads to. */
    static void close(Map<String, Object> document) {
        Map<String, Object> schemas = schemas(document);
        Deque<String> next = new ArrayDeque<>();
        for (Map<String, Object> node : Tree.maps(document.get("paths"))) {
            next.addAll(references(node.get("requestBody")));
        }
        Set<String> closed = new HashSet<>();
        while (!next.isEmpty()) {
            String name = next.pop();
            if (closed.add(name)) {
                next.addAll(references(schemas.get(name)));
                Map<String, Object> schema = Tree.map(schemas.get(name));
                if (schema.containsKey("properties") && !schema.containsKey("x-open")) {
                    schema.putIfAbsent("additionalProperties", false);
                    schemas.put(name, schema);
                }
            }
        }
        schemas.replaceAll((name, schema) -> without(schema));
    }

    private static Object without(Object schema) {
        Map<String, Object> map = Tree.map(schema);
        map.remove("x-open");
        return map;
    }

    private static List<String> references(@Nullable Object node) {
        return Tree.maps(node).stream()
                .map(map -> String.valueOf(map.get("$ref")))
                .filter(reference -> reference.startsWith(PREFIX))
                .map(reference -> reference.substring(PREFIX.length()))
                .toList();
    }

    /** The component map itself, not a copy. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> schemas(Map<String, Object> document) {
        Map<String, Object> components = (Map<String, Object>) Objects.requireNonNull(document.get("components"));
        return (Map<String, Object>) Objects.requireNonNull(components.get("schemas"));
    }
}
