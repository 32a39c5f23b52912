package by.belparcel.apidocs.check;

import by.belparcel.eventing.envelope.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells what of a recorded exchange the OpenAPI document does not say: path, method, status, media type, fields (H-42). */
public final class ExchangeCheck {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final JsonNode document;
    private final PathIndex paths;
    private final SchemaCheck answers;
    private final SchemaCheck requests;

    public ExchangeCheck(JsonNode document) {
        this.document = document;
        this.paths = new PathIndex(document.get("paths"));
        this.answers = SchemaCheck.strict(document);
        this.requests = SchemaCheck.of(document);
    }

    /** With the document that the product serves. */
    public static ExchangeCheck ofProduct() {
        try (InputStream in = ExchangeCheck.class.getResourceAsStream("/openapi/openapi.json")) {
            return new ExchangeCheck(Json.mapper().readTree(Objects.requireNonNull(in, "openapi.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when the document says all of it. Probes and OPTIONS are no part of the document. */
    public List<String> problems(Exchange exchange) {
        String method = exchange.method().toLowerCase(Locale.ROOT);
        if (method.equals("options")) {
            return List.of();
        }
        Optional<JsonNode> item = paths.find(exchange.path());
        JsonNode operation =
                item.map(i -> i.get(method.equals("head") ? "get" : method)).orElse(null);
        List<String> problems = new ArrayList<>();
        if (operation == null) {
            int expected = item.isPresent() && METHODS.contains(method) ? 405 : 404;
            if (exchange.status() < 400) {
                problems.add("is not in the document, which expects " + expected);
            }
        } else {
            request(exchange, operation, problems);
            answer(exchange, operation, method, problems);
        }
        return problems.stream().map(problem -> exchange + ": " + problem).toList();
    }

    /** What a function took must be allowed by the document, or the document is too narrow. */
    private void request(Exchange exchange, JsonNode operation, List<String> problems) {
        String sent = exchange.sent();
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        if (!exchange.went() || sent == null || sent.isEmpty()) {
            return;
        }
        if (schema.isMissingNode()) {
            problems.add("a body was taken that is not in the document");
        } else {
            requests.problems(schema, Json.mapper().readTree(sent)).forEach(p -> problems.add("request " + p));
        }
    }

    private void answer(Exchange exchange, JsonNode operation, String method, List<String> problems) {
        JsonNode response = response(operation, exchange.status());
        if (response == null) {
            problems.add("the status is not in the document");
            return;
        }
        if (exchange.body().isEmpty()) {
            boolean none = method.equals("head") || !response.has("content") || exchange.status() == 304;
            if (!none) {
                problems.add("the answer has no body");
            }
            return;
        }
        String type = bare(exchange.contentType());
        JsonNode media = response.path("content").path(type);
        if (media.isMissingNode()) {
            media = response.path("content").path("*/*");
        }
        if (media.isMissingNode()) {
            problems.add("the media type " + type + " is not in the document");
        } else if (type.equals(JSON) || type.equals(PROBLEM)) {
            JsonNode body = Json.mapper().readTree(exchange.body());
            answers.problems(strict(media.get("schema")), body).forEach(p -> problems.add("answer " + p));
            if (type.equals(PROBLEM) && exchange.path().startsWith("/pvz/v1") != body.has("error")) {
                problems.add("the member error belongs to answers below /pvz/v1, and to those only");
            }
        }
    }

    /** Inline schemas are closed like the named ones. */
    private static JsonNode strict(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        if (copy instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        return copy;
    }

    private @Nullable JsonNode response(JsonNode operation, int status) {
        JsonNode responses = operation.get("responses");
        JsonNode found = responses.get(Integer.toString(status));
        JsonNode response = found == null && status >= 400 ? responses.get("default") : found;
        return response == null || !response.has("$ref")
                ? response
                : document.at(response.get("$ref").asString().substring(1));
    }

    private static String bare(@Nullable String contentType) {
        String text = contentType == null ? "" : contentType;
        int semicolon = text.indexOf(';');
        return (semicolon < 0 ? text : text.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
