package by.belparcel.pricing.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A JSON object of a rule set, read strictly: what is wrong is collected, what nobody asked for is an unknown field. */
final class Part {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,6})?");

    private final JsonNode node;
    private final String pointer;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    Part(JsonNode node, String pointer, Problems problems) {
        this.node = node;
        this.pointer = pointer;
        this.problems = problems;
        if (!node.isObject()) {
            problems.add(pointer, "TYPE", "must be an object");
        }
        for (String name : names()) {
            if (node.get(name).isNull()) {
                problems.add(at(name), "NULL", "must not be null");
            }
        }
    }

    Problems problems() {
        return problems;
    }

    String pointer() {
        return pointer;
    }

    List<String> names() {
        return node.isObject() ? List.copyOf(node.propertyNames()) : List.of();
    }

    Optional<JsonNode> raw(String name) {
        asked.add(name);
        JsonNode value = node.isObject() ? node.get(name) : null;
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    Optional<Part> object(String name) {
        return raw(name).map(value -> new Part(value, at(name), problems));
    }

    List<Part> objects(String name, int max) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode entry : entries(name, max)) {
            parts.add(new Part(entry, at(name) + "/" + parts.size(), problems));
        }
        return parts;
    }

    List<JsonNode> entries(String name, int max) {
        Optional<JsonNode> value = raw(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!value.get().isArray() || value.get().size() > max) {
            problems.add(at(name), "SIZE", "must be a list of at most " + max + " entries");
            return List.of();
        }
        List<JsonNode> entries = new ArrayList<>();
        value.get().forEach(entries::add);
        return entries;
    }

    Optional<String> text(String name, Pattern pattern) {
        return raw(name).flatMap(value -> {
            if (!value.isString() || !pattern.matcher(value.asString()).matches()) {
                problems.add(at(name), "FORMAT", "must be a text like " + pattern.pattern());
                return Optional.empty();
            }
            return Optional.of(value.asString());
        });
    }

    Optional<Long> integer(String name, long min, long max) {
        return raw(name).flatMap(value -> {
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                problems.add(at(name), "INTEGER", "must be a whole number");
                return Optional.empty();
            }
            long number = value.asLong();
            if (number < min || number > max) {
                problems.range(at(name), min + ".." + max, number);
                return Optional.empty();
            }
            return Optional.of(number);
        });
    }

    /** An exact decimal: a whole number or a text such as "1.15". A JSON fraction is refused, it may be inexact. */
    Optional<BigDecimal> decimal(String name) {
        return raw(name).flatMap(value -> {
            Optional<BigDecimal> decimal = decimal(value);
            if (decimal.isEmpty()) {
                problems.add(at(name), "DECIMAL", "must be a whole number or an exact decimal text such as \"1.15\"");
            }
            return decimal;
        });
    }

    static Optional<BigDecimal> decimal(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return Optional.of(BigDecimal.valueOf(value.asLong()));
        }
        return value.isString() && DECIMAL.matcher(value.asString()).matches()
                ? Optional.of(new BigDecimal(value.asString()))
                : Optional.empty();
    }

    Optional<Boolean> flag(String name) {
        return raw(name).flatMap(value -> {
            if (!value.isBoolean()) {
                problems.add(at(name), "TYPE", "must be true or false");
                return Optional.empty();
            }
            return Optional.of(value.asBoolean());
        });
    }

    <T extends Enum<T>> Optional<T> oneOf(String name, Class<T> type) {
        return raw(name).flatMap(value -> {
            for (T constant : type.getEnumConstants()) {
                if (value.isString() && constant.name().equals(value.asString())) {
                    return Optional.of(constant);
                }
            }
            problems.add(at(name), "ENUM", "must be one of " + List.of(type.getEnumConstants()));
            return Optional.empty();
        });
    }

    /** For fields that must be there. */
    <T> T required(String name, Optional<T> value, T placeholder) {
        if (value.isEmpty() && raw(name).isEmpty()) {
            problems.add(at(name), "REQUIRED", "is required");
        }
        return value.orElse(placeholder);
    }

    /** Call it after reading. */
    void refuseOthers(String what) {
        for (String name : names()) {
            if (!asked.contains(name)) {
                problems.unknown(at(name), what);
            }
        }
    }

    String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
