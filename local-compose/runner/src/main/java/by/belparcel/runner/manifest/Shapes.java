package by.belparcel.runner.manifest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares a tree with a fabric8 model class, field by field: an unknown field or a value of the wrong kind is a finding
 * with its line. The models themselves would swallow unknown fields.
 */
final class Shapes {

    private static final ClassValue<Map<String, Type>> FIELDS = new ClassValue<>() {
        @Override
        protected Map<String, Type> computeValue(Class<?> type) {
            return fieldsOf(type);
        }
    };

    private final List<Finding> findings;

    Shapes(List<Finding> findings) {
        this.findings = findings;
    }

    void check(Tree tree, Type type, String path) {
        if (tree instanceof Tree.Scalar scalar && scalar.value() == null) {
            return; // an explicit null is the same as leaving the field out
        }
        switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class -> list(tree, list.getActualTypeArguments()[0], path);
            case ParameterizedType map
            when map.getRawType() == Map.class -> map(tree, map.getActualTypeArguments()[1], path);
            case Class<?> scalar when isScalar(scalar) -> scalar(tree, scalar, path);
            case Class<?> struct when !FIELDS.get(struct).isEmpty() -> struct(tree, struct, path);
            default -> {
                // free-form: Object, RawExtension and the like
            }
        }
    }

    private void struct(Tree tree, Class<?> type, String path) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            wrong(tree, path, "a mapping");
            return;
        }
        Map<String, Type> fields = FIELDS.get(type);
        mapping.entries().forEach((key, value) -> {
            Type field = fields.get(key);
            if (field == null) {
                report(mapping.placeOf(key), "unknown field " + path + "." + key);
            } else {
                check(value, field, path + "." + key);
            }
        });
    }

    private void list(Tree tree, Type item, String path) {
        if (!(tree instanceof Tree.Sequence sequence)) {
            wrong(tree, path, "a list");
            return;
        }
        for (int i = 0; i < sequence.items().size(); i++) {
            check(sequence.items().get(i), item, path + "[" + i + "]");
        }
    }

    private void map(Tree tree, Type value, String path) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            wrong(tree, path, "a mapping");
            return;
        }
        mapping.entries().forEach((key, item) -> check(item, value, path + "." + key));
    }

    private void scalar(Tree tree, Class<?> type, String path) {
        if (!(tree instanceof Tree.Scalar scalar)) {
            wrong(tree, path, "a single value");
            return;
        }
        Object value = scalar.value();
        if (type == String.class && !(value instanceof String)) {
            wrong(tree, path, "text (put it in quotes)");
        } else if (type == Boolean.class && !(value instanceof Boolean)) {
            wrong(tree, path, "true or false");
        } else if ((type == Integer.class || type == Long.class) && !(value instanceof Long)) {
            wrong(tree, path, "a whole number");
        } else if (type == Double.class && !(value instanceof Number)) {
            wrong(tree, path, "a number");
        }
    }

    private static boolean isScalar(Class<?> type) {
        return type == String.class
                || type == Boolean.class
                || type == Integer.class
                || type == Long.class
                || type == Double.class
                || type == IntOrString.class
                || type == Quantity.class;
    }

    private static Map<String, Type> fieldsOf(Class<?> type) {
        Map<String, Type> fields = new HashMap<>();
        for (Class<?> at = type; at != null && at != Object.class && at != Record.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                JsonProperty property = field.getAnnotation(JsonProperty.class);
                if (!Modifier.isStatic(field.getModifiers()) && (property != null || type.isRecord())) {
                    boolean named = property != null && !property.value().isEmpty();
                    fields.put(named ? property.value() : field.getName(), field.getGenericType());
                }
            }
        }
        return fields;
    }

    private void wrong(Tree tree, String path, String wanted) {
        report(tree.place(), path + " must be " + wanted);
    }

    private void report(Place place, String message) {
        findings.add(new Finding("manifest", Severity.ERROR, place, message));
    }
}
