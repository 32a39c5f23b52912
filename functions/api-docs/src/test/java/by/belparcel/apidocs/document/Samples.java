package by.belparcel.apidocs.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an example of a schema: its own one, or one composed of the examples of its parts. */
final class Samples {

    private static final int DEEPEST = 8;

    /** Left out where it may be: an example is the same whatever has happened before, a version is not. */
    private static final String VERSION = "expected_version";

    private final Map<String, Object> document;

    Samples(Map<String, Object> document) {
        this.document = document;
    }

    @Nullable
    Object of(Object schema) {
        return of(Tree.map(schema), 0);
    }

    private @Nullable Object of(Map<String, Object> schema, int depth) {
        if (schema.get("$ref") instanceof String reference) {
            return of(Tree.resolve(document, reference), depth);
        }
        if (!Tree.list(schema.get("examples")).isEmpty()) {
            return Tree.list(schema.get("examples")).getFirst();
        }
        if (schema.containsKey("const") || schema.containsKey("default")) {
            return schema.getOrDefault("const", schema.get("default"));
        }
        if (!Tree.list(schema.get("enum")).isEmpty()) {
            return Tree.list(schema.get("enum")).getFirst();
        }
        if (!Tree.list(schema.get("oneOf")).isEmpty()) {
            return of(Tree.map(Tree.list(schema.get("oneOf")).getFirst()), depth);
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> object(schema, depth);
            case "array" -> depth > DEEPEST ? List.of() : array(of(Tree.map(schema.get("items")), depth + 1));
            case "integer" -> schema.getOrDefault("minimum", 1L);
            case "number" -> 1.5;
            case "boolean" -> false;
            default -> "text";
        };
    }

    private static List<Object> array(@Nullable Object item) {
        return item == null ? List.of() : List.of(item);
    }

    private Map<String, Object> object(Map<String, Object> schema, int depth) {
        Map<String, Object> example = new LinkedHashMap<>();
        if (depth > DEEPEST) {
            return example;
        }
        boolean versioned = Tree.list(schema.get("required")).contains(VERSION);
        Tree.map(schema.get("properties")).forEach((name, property) -> {
            Object value = of(Tree.map(property), depth + 1);
            if (value != null && (versioned || !name.equals(VERSION))) {
                example.put(name, value);
            }
        });
        return example;
    }
}
