package by.belparcel.architecture;

import by.belparcel.eventing.handling.HttpRoute;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls made of the document's own examples. */
final class ExampleCalls {

    private static final Map<String, String> IDS = Map.of(
            "/references/warehouses/", "0190a000-0000-7000-8000-000000000001",
            "/references/pvz/", "0190a001-0000-7000-8000-000000000001",
            "/references/shops/", "0190a002-0000-7000-8000-000000000001",
            "/references/carriers/", "0190a003-0000-7000-8000-000000000001",
            "/carriers/", "0190a003-0000-7000-8000-000000000001",
            "/pvz/v1/points/", "0190a001-0000-7000-8000-000000000001");

    private final JsonNode document;
    private final Map<String, JsonNode> operations = new TreeMap<>();
    private final String order;

    /** @param order id of an order that exists */
    ExampleCalls(JsonNode document, String order) {
        this.document = document;
        this.order = order;
        document.get("paths")
                .forEach(path -> path.forEach(
                        operation -> operations.put(operation.get("operationId").asString(), operation)));
    }

    /** Path and query; optional parameters are left out, those that are needed have their examples. */
    String target(String function, HttpRoute route) {
        String path = route.path();
        StringBuilder query = new StringBuilder();
        for (JsonNode given : operation(function).path("parameters")) {
            JsonNode parameter = followed(given);
            String name = parameter.get("name").asString();
            String place = parameter.get("in").asString();
            if (place.equals("path")) {
                path = path.replace('{' + name + '}', name.equals("id") ? id(route.path()) : example(parameter));
            } else if (place.equals("query") && parameter.path("required").asBoolean(false)) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(example(parameter), StandardCharsets.UTF_8));
            }
        }
        return path + query;
    }

    /** The example of the body, null where none is taken. */
    @Nullable
    String body(String function) {
        JsonNode schema = operation(function).at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode()
                ? null
                : followed(schema).get("examples").get(0).toString();
    }

    private String id(String path) {
        String order = path.startsWith("/orders/") ? this.order : "0198c0de-0000-7000-8000-00000000002a";
        return IDS.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(path.startsWith("/pvz/v1/orders") || path.startsWith("/pvz/v1/clients") ? "1" : order);
    }

    private String example(JsonNode parameter) {
        JsonNode examples = followed(parameter.get("schema")).path("examples");
        return examples.isEmpty() ? "text" : examples.get(0).asString();
    }

    private JsonNode operation(String function) {
        return operations.get(function);
    }

    private JsonNode followed(JsonNode node) {
        return node.has("$ref")
                ? followed(document.at(node.get("$ref").asString().substring(1)))
                : node;
    }
}
