package by.belparcel.apidocs.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the short form of an answer into a response: a schema's name, a list with one name (a page), nothing, or a response. */
final class AnswerForm {

    private static final Map<String, String> TEXTS = Map.of(
            "101", "The protocol changes.",
            "200", "The answer.",
            "201", "Created.",
            "202", "Accepted; the rest goes on by itself.",
            "204", "Done.",
            "304", "It is still what the caller holds.",
            "308", "It is there.");

    private final String status;
    private final @Nullable Object answer;
    private final boolean keyed;
    private final boolean paged;

    /** @param keyed whether the call has an Idempotency-Key; @param paged whether a list goes on by cursor */
    AnswerForm(String status, @Nullable Object answer, boolean keyed, boolean paged) {
        this.paged = paged;
        this.status = status;
        this.answer = answer;
        this.keyed = keyed;
    }

    Map<String, Object> response() {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", TEXTS.getOrDefault(status, "The answer."));
        response.put("headers", headers());
        switch (answer) {
            case null -> {}
            case String name -> response.put("content", json(Tree.reference("schemas", name)));
            case List<?> one -> response.put("content", json(page(SchemaForm.schema(one.getFirst()))));
            default ->
                Tree.map(answer)
                        .forEach((name, value) -> response.put(
                                name, name.equals("content") ? Tree.each(value, OperationForm::shaped) : value));
        }
        return response;
    }

    private Map<String, Object> headers() {
        Map<String, Object> headers = new LinkedHashMap<>();
        if (status.equals("201") || status.equals("202") || status.equals("308")) {
            headers.put("Location", Tree.reference("headers", "Location"));
        }
        if (answer instanceof String && !status.equals("202")) {
            headers.put("ETag", Tree.reference("headers", "ETag"));
        }
        if (keyed) {
            headers.put("Idempotency-Replayed", Tree.reference("headers", "Replayed"));
        }
        headers.put("RateLimit", Tree.reference("headers", "RateLimit"));
        headers.put("RateLimit-Policy", Tree.reference("headers", "RateLimitPolicy"));
        headers.put("X-Correlation-ID", Tree.reference("headers", "CorrelationId"));
        headers.put("X-Trace-ID", Tree.reference("headers", "TraceId"));
        return headers;
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return Tree.of("application/json", Tree.of("schema", schema));
    }

    private Map<String, Object> page(Map<String, Object> item) {
        Map<String, Object> properties = Tree.of("items", Tree.of("type", "array", "items", item));
        if (paged) {
            properties.put("next_cursor", SchemaForm.schema("text | Absent at the end."));
        }
        return Tree.of("type", "object", "required", List.of("items"), "properties", properties);
    }
}
