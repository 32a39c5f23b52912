package by.belparcel.events;

import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.kernel.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (draft 2020-12) of an event's payload as it follows from the record; fields beyond it are allowed. */
final class SchemaWriter {

    private static final String BASE = "https://belparcel.by/schemas/";

    private final ObjectNode definitions = node();

    private SchemaWriter() {}

    static ObjectNode schema(EventType<?> type) {
        SchemaWriter writer = new SchemaWriter();
        ObjectNode schema = node();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", BASE + type.name() + ".json");
        schema.put("title", type.name());
        schema.setAll(writer.object(type.payload()));
        if (!writer.definitions.isEmpty()) {
            schema.set("$defs", writer.definitions);
        }
        return schema;
    }

    private ObjectNode object(Class<?> record) {
        RecordComments comments = RecordComments.of(record);
        ObjectNode schema = node();
        comments.text().ifPresent(text -> schema.put("description", text));
        schema.put("type", "object");
        ArrayNode required = Json.mapper().createArrayNode();
        ObjectNode properties = node();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = PayloadShape.field(component);
            ObjectNode property = value(component.getGenericType());
            comments.parameter(component.getName()).ifPresent(text -> property.put("description", text));
            properties.set(name, property);
            if (!PayloadShape.isNullable(component)) {
                required.add(name);
            }
        }
        schema.set("properties", record == Money.class ? limited(properties) : properties);
        schema.set("required", required);
        return schema;
    }

    private ObjectNode value(Type type) {
        ObjectNode schema = node();
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            schema.put("type", "array").set("items", value(generic.getActualTypeArguments()[0]));
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            schema.put("type", "object");
        } else if (type instanceof Class<?> raw && raw.isRecord()) {
            if (!definitions.has(raw.getSimpleName())) {
                definitions.set(raw.getSimpleName(), object(raw));
            }
            schema.put("$ref", "#/$defs/" + raw.getSimpleName());
        } else if (type instanceof Class<?> raw && raw.isEnum()) {
            ArrayNode names = schema.put("type", "string").putArray("enum");
            for (Object constant : raw.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
        } else {
            scalar(type, schema);
        }
        return schema;
    }

    private static void scalar(Type type, ObjectNode schema) {
        if (type == String.class) {
            schema.put("type", "string");
        } else if (type == Instant.class) {
            schema.put("type", "string").put("format", "date-time");
        } else if (type == boolean.class || type == Boolean.class) {
            schema.put("type", "boolean");
        } else if (type == int.class || type == Integer.class) {
            schema.put("type", "integer").put("format", "int32");
        } else if (type == long.class || type == Long.class) {
            schema.put("type", "integer").put("format", "int64");
        } else if (type == BigDecimal.class || type == double.class || type == Double.class) {
            schema.put("type", "number");
        } else {
            throw new IllegalArgumentException("no schema for " + type);
        }
    }

    /** What the constructor of {@link Money} refuses, so does the schema. */
    private static ObjectNode limited(ObjectNode money) {
        ((ObjectNode) money.get("amount")).put("minimum", 0).put("maximum", Money.MAX);
        ((ObjectNode) money.get("currency")).put("const", Money.BYN);
        return money;
    }

    private static ObjectNode node() {
        return Json.mapper().createObjectNode();
    }
}
