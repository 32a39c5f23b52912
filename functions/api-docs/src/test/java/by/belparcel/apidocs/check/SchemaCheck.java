package by.belparcel.apidocs.check;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Validates values against schemas of an OpenAPI 3.1 document, which are JSON Schema 2020-12. */
public final class SchemaCheck {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String OPEN = "Problem";

    private final JsonNode components;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    private SchemaCheck(JsonNode components) {
        this.components = components;
    }

    public static SchemaCheck of(JsonNode document) {
        return new SchemaCheck(document.get("components"));
    }

    /**
     * As {@link #of}, but a member that no schema names is a problem although a caller would ignore it: so the document stays
     * complete.
     */
    public static SchemaCheck strict(JsonNode document) {
        JsonNode components = document.get("components").deepCopy();
        components.get("schemas").properties().forEach(schema -> {
            if (!schema.getKey().equals(OPEN)) {
                close(schema.getValue());
            }
        });
        return new SchemaCheck(components);
    }

    /** What is wrong with the value, empty when it is right. Formats such as date-time are asserted. */
    public List<String> problems(JsonNode schema, JsonNode value) {
        return compiled
                .computeIfAbsent(schema, this::compile)
                .validate(value, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode root = (ObjectNode) schema.deepCopy();
        root.set("components", components);
        return SCHEMAS.getSchema(root);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(SchemaCheck::close);
    }
}
