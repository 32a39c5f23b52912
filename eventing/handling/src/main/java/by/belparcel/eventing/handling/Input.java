package by.belparcel.eventing.handling;

import by.belparcel.eventing.outcome.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object from outside, read field by field. Nothing throws: each problem becomes a {@link FieldError} with its JSON
 * Pointer and the reader gets a harmless placeholder, so that one answer names all invalid fields. A field that nobody
 * asked for is an error of its own ({@code UNKNOWN_FIELD}).
 */
public final class Input {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final JsonNode object;
    private final String pointer;
    private final List<FieldError> errors;
    private final List<Input> children = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    private Input(JsonNode object, String pointer, List<FieldError> errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** @param object a JSON object */
    public static Input of(JsonNode object) {
        return new Input(object, "", new ArrayList<>());
    }

    /** All problems so far, including fields nobody asked for. Call it after reading. */
    public List<FieldError> problems() {
        List<FieldError> all = new ArrayList<>(errors);
        collectUnknown(all);
        return all;
    }

    public boolean has(String name) {
        asked.add(name);
        JsonNode node = object.get(name);
        return node != null && !node.isNull();
    }

    public void reject(String name, String code, String detail, @Nullable Object limit, @Nullable Object actual) {
        errors.add(new FieldError(at(name), code, detail, limit, actual));
    }

    /** Text of min..max characters after trimming; control characters are refused except line feed and tab. */
    public String text(String name, int min, int max) {
        return optionalText(name, min, max).orElseGet(() -> missing(name, ""));
    }

    public Optional<String> optionalText(String name, int min, int max) {
        return value(name).flatMap(node -> {
            if (!node.isString()) {
                return wrong(name, "TYPE", "must be a string");
            }
            String text = java.text.Normalizer.normalize(node.asString().strip(), java.text.Normalizer.Form.NFC);
            int length = text.codePointCount(0, text.length());
            if (length < min || length > max) {
                reject(name, "SIZE", "must have " + min + " to " + max + " characters", min + ".." + max, length);
                return Optional.empty();
            }
            if (text.chars()
                    .anyMatch(c -> (c < 0x20 && c != '\n' && c != '\t')
                            || c == 0x7f
                            || Character.isSurrogate((char) c) && !wellFormed(text))) {
                return wrong(name, "CHARACTERS", "must not contain control characters");
            }
            return Optional.of(text);
        });
    }

    /** Text that matches the whole pattern. */
    public String matching(String name, Pattern pattern, String code, String hint) {
        return optionalMatching(name, pattern, code, hint).orElseGet(() -> missing(name, ""));
    }

    public Optional<String> optionalMatching(String name, Pattern pattern, String code, String hint) {
        return optionalText(name, 0, 10_000).flatMap(text -> {
            if (!pattern.matcher(text).matches()) {
                return wrong(name, code, hint);
            }
            return Optional.of(text);
        });
    }

    /** A UUID, answered in lower case. */
    public String uuid(String name) {
        return optionalUuid(name).orElseGet(() -> missing(name, ""));
    }

    public Optional<String> optionalUuid(String name) {
        return optionalMatching(name, UUID, "UUID", "must be a UUID").map(u -> u.toLowerCase(java.util.Locale.ROOT));
    }

    /** A whole number in the range; 12.5, 1e3 and "12" are refused. */
    public long integer(String name, long min, long max) {
        return optionalInteger(name, min, max).orElseGet(() -> missing(name, min));
    }

    public Optional<Long> optionalInteger(String name, long min, long max) {
        return value(name).flatMap(node -> {
            if (!node.isIntegralNumber() || !node.canConvertToLong()) {
                reject(name, "INTEGER", "must be a whole number", min + ".." + max, null);
                return Optional.empty();
            }
            long number = node.asLong();
            if (number < min || number > max) {
                reject(name, "RANGE", "must be from " + min + " to " + max, min + ".." + max, number);
                return Optional.empty();
            }
            return Optional.of(number);
        });
    }

    public boolean flag(String name, boolean defaultValue) {
        return value(name)
                .flatMap(node -> node.isBoolean()
                        ? Optional.of(node.asBoolean())
                        : this.<Boolean>wrong(name, "TYPE", "must be true or false"))
                .orElse(defaultValue);
    }

    public <T extends Enum<T>> T oneOf(String name, Class<T> type) {
        return optionalOneOf(name, type).orElseGet(() -> missing(name, type.getEnumConstants()[0]));
    }

    public <T extends Enum<T>> Optional<T> optionalOneOf(String name, Class<T> type) {
        return value(name).flatMap(node -> {
            for (T constant : type.getEnumConstants()) {
                if (node.isString() && constant.name().equals(node.asString())) {
                    return Optional.of(constant);
                }
            }
            reject(name, "ENUM", "must be one of the allowed values", List.of(type.getEnumConstants()), null);
            return Optional.empty();
        });
    }

    /** RFC 3339 with an offset. */
    public Optional<Instant> optionalInstant(String name) {
        return optionalText(name, 0, 40).flatMap(text -> {
            Optional<Instant> time = Times.parse(text);
            return time.isPresent() ? time : wrong(name, "TIME", "must be an RFC 3339 time with an offset");
        });
    }

    public Optional<LocalDate> optionalDate(String name) {
        return optionalText(name, 0, 10).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                return wrong(name, "DATE", "must be a date YYYY-MM-DD");
            }
        });
    }

    /** A nested object that must be there. */
    public <T> T object(String name, Function<Input, T> reader) {
        return optionalObject(name, reader).orElseGet(() -> {
            missing(name, "");
            return reader.apply(new Input(
                    tools.jackson.databind.node.JsonNodeFactory.instance.objectNode(), at(name), new ArrayList<>()));
        });
    }

    public <T> Optional<T> optionalObject(String name, Function<Input, T> reader) {
        return value(name).flatMap(node -> {
            if (!node.isObject()) {
                return wrong(name, "TYPE", "must be an object");
            }
            return Optional.of(reader.apply(child(node, at(name))));
        });
    }

    /** A list of objects with min..max entries. */
    public <T> List<T> list(String name, int min, int max, Function<Input, T> reader) {
        return array(name, min, max, (node, where) -> {
            if (!node.isObject()) {
                errors.add(FieldError.of(where, "TYPE", "must be an object"));
                return Optional.empty();
            }
            return Optional.of(reader.apply(child(node, where)));
        });
    }

    /** A list of strings with min..max entries of at most maxLength characters; absent = empty when min is 0. */
    public List<String> texts(String name, int min, int max, int maxLength) {
        return array(name, min, max, (node, where) -> {
            if (!node.isString() || node.asString().length() > maxLength) {
                errors.add(FieldError.of(where, "TYPE", "must be a string of at most " + maxLength + " characters"));
                return Optional.empty();
            }
            return Optional.of(node.asString());
        });
    }

    /** The raw JSON of a field, for contents with a grammar of their own. */
    public Optional<JsonNode> raw(String name) {
        return value(name);
    }

    private interface Entry<T> {
        Optional<T> read(JsonNode node, String pointer);
    }

    private <T> List<T> array(String name, int min, int max, Entry<T> entry) {
        Optional<JsonNode> found = value(name);
        if (found.isEmpty()) {
            if (min > 0) {
                missing(name, "");
            }
            return List.of();
        }
        JsonNode array = found.get();
        if (!array.isArray()) {
            reject(name, "TYPE", "must be a list", null, null);
            return List.of();
        }
        if (array.size() < min || array.size() > max) {
            reject(name, "SIZE", "must have " + min + " to " + max + " entries", min + ".." + max, array.size());
            asked.add(name);
            return List.of();
        }
        List<T> result = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            entry.read(array.get(i), at(name) + "/" + i).ifPresent(result::add);
        }
        return List.copyOf(result);
    }

    private Input child(JsonNode node, String where) {
        Input child = new Input(node, where, errors);
        children.add(child);
        return child;
    }

    private Optional<JsonNode> value(String name) {
        return has(name) ? Optional.of(object.get(name)) : Optional.empty();
    }

    private <T> T missing(String name, T placeholder) {
        String where = at(name);
        if (errors.stream().noneMatch(e -> e.pointer().equals(where))) {
            errors.add(FieldError.of(where, "REQUIRED", "is required"));
        }
        return placeholder;
    }

    private <T> Optional<T> wrong(String name, String code, String detail) {
        errors.add(FieldError.of(at(name), code, detail));
        return Optional.empty();
    }

    private void collectUnknown(List<FieldError> all) {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                all.add(FieldError.of(at(name), "UNKNOWN_FIELD", "is not a field of this request"));
            }
        }
        children.forEach(child -> child.collectUnknown(all));
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static boolean wellFormed(String text) {
        return java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
