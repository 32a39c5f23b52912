package by.belparcel.architecture;

import by.belparcel.eventing.handling.HttpRoute;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls made of the document's own examples, as the page of Swagger UI sends them untouched. */
final class ExampleCalls {

    private static final Pattern DATE_OR_TIME = Pattern.compile("(?<=^|\")(\\d{4}-\\d{2}-\\d{2})(T[^\"]+)?(?=$|\")");

    private final JsonNode document;
    private final Map<String, JsonNode> operations = new TreeMap<>();
    private final long days;
    private final @Nullable String order;

    /**
     * @param now examples happen on the document's day, calls on this one
     * @param order id of an order that exists, null for the one of the examples, which does not
     */
    ExampleCalls(JsonNode document, Instant now, @Nullable String order) {
        this.document = document;
        this.days = ChronoUnit.DAYS.between(
                LocalDate.parse(document.get("x-example-day").asString()), LocalDate.ofInstant(now, ZoneOffset.UTC));
        this.order = order;
        document.get("paths")
                .forEach(path -> path.forEach(
                        operation -> operations.put(operation.get("operationId").asString(), operation)));
    }

    /** Path and query with every parameter that has an example. */
    String target(String function, HttpRoute route) {
        String path = route.path();
        StringBuilder query = new StringBuilder();
        for (JsonNode given : operation(function).path("parameters")) {
            JsonNode parameter = followed(given);
            JsonNode example = parameter.get("example");
            String name = parameter.get("name").asString();
            String place = parameter.get("in").asString();
            if (place.equals("path")) {
                boolean placed = order != null && name.equals("id") && path.startsWith("/orders/{");
                path = path.replace('{' + name + '}', placed ? order : today(example.asString()));
            } else if (place.equals("query") && example != null) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(today(example.asString()), StandardCharsets.UTF_8));
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
                : today(followed(schema).get("examples").get(0).toString());
    }

    /** What the page asks for: the first media type of the first answer that is no refusal. */
    String accept(String function) {
        for (Map.Entry<String, JsonNode> answer :
                operation(function).get("responses").properties()) {
            if (answer.getKey().startsWith("2")) {
                for (String mediaType :
                        followed(answer.getValue()).path("content").propertyNames()) {
                    return mediaType;
                }
            }
        }
        return "*/*";
    }

    private String today(String text) {
        return DATE_OR_TIME
                .matcher(text)
                .replaceAll(found -> LocalDate.parse(found.group(1)).plusDays(days)
                        + Objects.requireNonNullElse(found.group(2), ""));
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
