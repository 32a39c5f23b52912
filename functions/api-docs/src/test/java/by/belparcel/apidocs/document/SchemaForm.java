package by.belparcel.apidocs.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the short form of a schema (README) into JSON Schema. What is JSON Schema already passes unchanged. */
final class SchemaForm {

    private static final Pattern RANGED = Pattern.compile("(text|int|number)(?: (-?[0-9.]*?)\\.\\.(-?[0-9.]*))?");
    private static final Pattern MANY = Pattern.compile("(list|csv|map)(?: ([0-9]+)\\.\\.([0-9]+))? of (.+)");
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Set<String> LISTS = Set.of("oneOf", "anyOf", "allOf");
    private static final Set<String> NESTED = Set.of("items", "not");

    private SchemaForm() {}

    static Map<String, Object> schema(Object node) {
        return switch (node) {
            case String text -> described(text);
            case List<?> one -> array(schema(one.getFirst()));
            default -> keywords(Tree.map(node));
        };
    }

    private static Map<String, Object> described(String text) {
        int bar = text.indexOf(" | ");
        Map<String, Object> schema = bar < 0 ? exemplified(text) : exemplified(text.substring(0, bar));
        if (bar >= 0) {
            schema.put("description", text.substring(bar + 3));
        }
        return schema;
    }

    private static Map<String, Object> exemplified(String text) {
        Matcher many = MANY.matcher(text);
        if (many.matches()) {
            return many(many);
        }
        int equals = text.indexOf(" = ");
        String type = equals < 0 ? text : text.substring(0, equals);
        Map<String, Object> schema = type(type.strip());
        if (equals >= 0) {
            schema.put("examples", List.of(literal(type.strip(), text.substring(equals + 3))));
        }
        return schema;
    }

    private static Map<String, Object> many(Matcher many) {
        Map<String, Object> item = schema(many.group(4));
        if (many.group(1).equals("map")) {
            return Tree.of("type", "object", "additionalProperties", item);
        }
        Map<String, Object> array = array(item);
        if (many.group(2) != null) {
            array.put("minItems", Long.parseLong(many.group(2)));
            array.put("maxItems", Long.parseLong(many.group(3)));
        }
        return array;
    }

    private static Map<String, Object> array(Map<String, Object> item) {
        return Tree.of("type", "array", "items", item);
    }

    private static Map<String, Object> type(String text) {
        Matcher ranged = RANGED.matcher(text);
        if (ranged.matches()) {
            return ranged(ranged);
        }
        if (text.equals("bool")) {
            return Tree.of("type", "boolean");
        }
        if (text.equals("json")) {
            return new LinkedHashMap<>();
        }
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("No form of a schema: " + text);
        }
        return Tree.reference("schemas", text);
    }

    private static Map<String, Object> ranged(Matcher ranged) {
        boolean isText = ranged.group(1).equals("text");
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", isText ? "string" : ranged.group(1).equals("int") ? "integer" : "number");
        bound(schema, isText ? "minLength" : "minimum", ranged.group(2));
        bound(schema, isText ? "maxLength" : "maximum", ranged.group(3));
        return schema;
    }

    private static void bound(
            Map<String, Object> schema, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isEmpty()) {
            schema.put(name, value.contains(".") ? (Object) Double.valueOf(value) : Long.valueOf(value));
        }
    }

    private static Object literal(String type, String text) {
        boolean number = type.startsWith("int") || type.startsWith("number");
        if (!number) {
            return text;
        }
        return text.contains(".") ? (Object) Double.valueOf(text) : Long.valueOf(text);
    }

    private static Map<String, Object> keywords(Map<String, Object> given) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (!given.containsKey("type") && !given.containsKey("$ref")) {
            if (isText(given)) {
                schema.put("type", "string");
            } else if (given.containsKey("properties")) {
                schema.put("type", "object");
            }
        }
        given.forEach((name, value) -> {
            if (name.equals("properties")) {
                properties(schema, Tree.map(value));
            } else if (NESTED.contains(name) || name.equals("additionalProperties") && !(value instanceof Boolean)) {
                schema.put(name, schema(value));
            } else if (LISTS.contains(name)) {
                schema.put(
                        name, Tree.list(value).stream().map(SchemaForm::schema).toList());
            } else {
                schema.put(name, value);
            }
        });
        return schema;
    }

    private static boolean isText(Map<String, Object> given) {
        List<Object> values = Tree.list(given.get("enum"));
        return given.get("const") instanceof String
                || !values.isEmpty() && values.stream().allMatch(String.class::isInstance);
    }

    /** A name with a question mark is optional, every other one is required. */
    private static void properties(Map<String, Object> schema, Map<String, Object> given) {
        List<Object> required = new ArrayList<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            boolean optional = name.endsWith("?");
            String bare = optional ? name.substring(0, name.length() - 1) : name;
            if (!optional) {
                required.add(bare);
            }
            properties.put(bare, schema(value));
        });
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("properties", properties);
    }
}
