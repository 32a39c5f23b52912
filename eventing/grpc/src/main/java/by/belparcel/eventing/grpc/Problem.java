package by.belparcel.eventing.grpc;

import by.belparcel.eventing.envelope.Json;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads problem+json. */
final class Problem {

    private static final Set<String> KNOWN = Set.of(
            "code",
            "type",
            "title",
            "status",
            "detail",
            "instance",
            "errors",
            "error",
            "trace_id",
            "correlation_id",
            "retryable");

    private Problem() {}

    static Failure read(int status, HttpHeaders headers, byte[] body) {
        JsonNode problem = tree(body);
        String code = problem.path("code").asString("");
        String known = code.isEmpty() ? "INTERNAL_ERROR" : code;
        return new Failure(
                StatusTable.of(status, known),
                known,
                problem.path("detail").asString("HTTP status " + status),
                fields(problem.path("errors")),
                facts(problem),
                seconds(headers.get("retry-after")));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JacksonException e) {
            return Json.mapper().createObjectNode();
        }
    }

    private static List<Failure.Field> fields(JsonNode errors) {
        List<Failure.Field> fields = new ArrayList<>();
        for (JsonNode each : errors) {
            fields.add(new Failure.Field(
                    path(each.path("pointer").asString("")),
                    each.path("code").asString(""),
                    each.path("detail").asString("")));
        }
        return fields;
    }

    /** {@code /orders/3/weight} is {@code orders[3].weight}, {@code /query/limit} and {@code /path/id} lose the first word. */
    private static String path(String pointer) {
        StringBuilder path = new StringBuilder();
        List<String> parts = List.of(pointer.split("/", -1));
        for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            String name = part.replace("~1", "/").replace("~0", "~");
            boolean outside = path.isEmpty() && parts.size() > 2 && (name.equals("query") || name.equals("path"));
            if (outside) {
                continue;
            }
            boolean index = !path.isEmpty() && !name.isEmpty() && name.chars().allMatch(Character::isDigit);
            path.append(index ? "[" : path.isEmpty() ? "" : ".").append(name).append(index ? "]" : "");
        }
        return path.toString();
    }

    private static Map<String, String> facts(JsonNode problem) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : problem.properties()) {
            if (!KNOWN.contains(member.getKey())) {
                JsonNode value = member.getValue();
                facts.put(member.getKey(), value.isValueNode() ? value.asString("") : value.toString());
            }
        }
        return facts;
    }

    private static long seconds(@org.jspecify.annotations.Nullable String retryAfter) {
        boolean number = retryAfter != null
                && !retryAfter.isEmpty()
                && retryAfter.length() < 7
                && retryAfter.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(retryAfter) : 0;
    }
}
