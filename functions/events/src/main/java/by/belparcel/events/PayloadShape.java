package by.belparcel.events;

import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.outcome.FieldError;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks a JSON payload against the record of its event type: required fields are there and every field has the right JSON
 * type. Fields that the record does not know are allowed, as consumers ignore them.
 */
public final class PayloadShape {

    private PayloadShape() {}

    /** @return one error per wrong field; a type that nobody knows is one error at the root */
    public static List<FieldError> problems(String eventType, JsonNode data) {
        List<FieldError> errors = new ArrayList<>();
        EventCatalog.find(eventType)
                .map(EventType::payload)
                .ifPresentOrElse(
                        record -> checkRecord(record, data, "", errors),
                        () -> errors.add(FieldError.of("", "UNKNOWN_TYPE", "nobody knows this event type")));
        return errors;
    }

    private static void checkRecord(Class<?> record, JsonNode node, String at, List<FieldError> errors) {
        if (!node.isObject()) {
            errors.add(FieldError.of(at, "TYPE", "must be an object"));
            return;
        }
        for (RecordComponent component : record.getRecordComponents()) {
            String pointer = at + "/" + field(component);
            JsonNode value = node.get(field(component));
            if (value == null || value.isNull()) {
                if (!isNullable(component)) {
                    errors.add(FieldError.of(pointer, "REQUIRED", "is required"));
                }
            } else {
                check(component.getGenericType(), value, pointer, errors);
            }
        }
    }

    private static void check(Type type, JsonNode value, String at, List<FieldError> errors) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            if (!value.isArray()) {
                errors.add(FieldError.of(at, "TYPE", "must be a list"));
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                check(list.getActualTypeArguments()[0], value.get(i), at + "/" + i, errors);
            }
        } else if (type instanceof Class<?> raw && raw.isRecord()) {
            checkRecord(raw, value, at, errors);
        } else if (!fits(type, value)) {
            errors.add(FieldError.of(at, "TYPE", "has the wrong type"));
        }
    }

    private static boolean fits(Type type, JsonNode value) {
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return value.isObject();
        }
        if (!(type instanceof Class<?> raw)) {
            return true;
        }
        if (raw.isEnum()) {
            return value.isString()
                    && Arrays.stream(raw.getEnumConstants())
                            .anyMatch(c -> ((Enum<?>) c).name().equals(value.asString()));
        }
        if (raw == Instant.class) {
            return value.isString() && isTime(value.asString());
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return value.isBoolean();
        }
        if (raw == BigDecimal.class || raw == double.class || raw == Double.class) {
            return value.isNumber();
        }
        if (raw == String.class) {
            return value.isString();
        }
        return !(raw.isPrimitive() || Number.class.isAssignableFrom(raw)) || value.isIntegralNumber();
    }

    private static boolean isTime(String text) {
        try {
            return Instant.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean isNullable(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    /** The component's name on the wire: its own in snake_case, unless it may not be called so in Java. */
    static String field(RecordComponent component) {
        JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null ? snake(component.getName()) : given.value();
    }

    private static String snake(String name) {
        StringBuilder text = new StringBuilder();
        for (char c : name.toCharArray()) {
            if (Character.isUpperCase(c)) {
                text.append('_');
            }
            text.append(Character.toString(c).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }
}
