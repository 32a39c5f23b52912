package by.belparcel.architecture;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.outcome.Content;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares the record that becomes an answer with the schema that describes it: members, what may be absent, types. */
final class ViewCheck {

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class);
    private static final Set<Class<?>> TEXTS = Set.of(String.class, Instant.class, java.time.LocalDate.class);

    private final JsonNode document;
    private final Set<String> problems = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();

    ViewCheck(JsonNode document) {
        this.document = document;
    }

    Set<String> problems() {
        return problems;
    }

    void compare(String where, Type type, JsonNode given) {
        JsonNode schema = followed(given);
        if (schema.has("anyOf") || schema.has("oneOf")) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            generic(where, generic, schema);
        } else if (type instanceof Class<?> plain) {
            plain(where, plain, schema);
        }
    }

    private void generic(String where, ParameterizedType type, JsonNode schema) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Page.class) {
            compare(where + "[]", arguments[0], schema.at("/properties/items/items"));
        } else if (Collection.class.isAssignableFrom(raw)) {
            is(where, "array", schema);
            compare(where + "[]", arguments[0], schema.path("items"));
        } else if (Map.class.isAssignableFrom(raw)) {
            is(where, "object", schema);
            if (schema.has("additionalProperties")) {
                compare(where + "{}", arguments[1], schema.get("additionalProperties"));
            }
        }
    }

    private void plain(String where, Class<?> type, JsonNode schema) {
        if (type == Content.class) {
            return;
        }
        if (type.isRecord()) {
            record(where, type, schema);
        } else if (type.isEnum()) {
            enumeration(where, type, schema);
        } else if (WHOLE.contains(type)) {
            is(where, "integer", schema);
        } else if (type == double.class || type == Double.class) {
            is(where, "number", schema);
        } else if (type == boolean.class || type == Boolean.class) {
            is(where, "boolean", schema);
        } else if (TEXTS.contains(type)) {
            is(where, "string", schema);
        }
    }

    private void record(String where, Class<?> type, JsonNode schema) {
        if (!seen.add(type.getName() + schema)) {
            return;
        }
        TreeSet<String> members = new TreeSet<>();
        TreeSet<String> always = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = name(component);
            members.add(name);
            if (!isOptional(component)) {
                always.add(name);
            }
            JsonNode property = schema.path("properties").path(name);
            if (!property.isMissingNode()) {
                compare(where + '.' + name, component.getGenericType(), property);
            }
        }
        TreeSet<String> written = new TreeSet<>(schema.path("properties").propertyNames());
        differ(type.getName() + " has", members, written);
        TreeSet<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        differ(type.getName() + " always has", always, required);
    }

    private void differ(String what, Set<String> coded, Set<String> written) {
        TreeSet<String> more = new TreeSet<>(coded);
        more.removeAll(written);
        TreeSet<String> less = new TreeSet<>(written);
        less.removeAll(coded);
        if (!more.isEmpty() || !less.isEmpty()) {
            problems.add(what + " beyond the document " + more + " and lacks " + less);
        }
    }

    /** A text of the document may be narrower than the type; an enumeration must have all its names. */
    private void enumeration(String where, Class<?> type, JsonNode schema) {
        TreeSet<String> names = new TreeSet<>();
        Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .forEach(names::add);
        TreeSet<String> written = new TreeSet<>();
        schema.path("enum").forEach(name -> written.add(name.asString()));
        if (!written.isEmpty()) {
            differ(type.getName() + " in " + where + " is", names, written);
        }
    }

    private void is(String where, String type, JsonNode schema) {
        if (schema.has("type") && !schema.get("type").toString().contains('"' + type + '"')) {
            problems.add(where + " is " + type + ", the document says " + schema.get("type"));
        }
    }

    private JsonNode followed(JsonNode schema) {
        return schema.has("$ref")
                ? followed(document.at(schema.get("$ref").asString().substring(1)))
                : schema;
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String name(RecordComponent component) {
        JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null
                ? component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT)
                : given.value();
    }
}
