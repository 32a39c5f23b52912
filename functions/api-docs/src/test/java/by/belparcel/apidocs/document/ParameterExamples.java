package by.belparcel.apidocs.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives each parameter that must be sent an example of its own, that of its schema where nobody wrote another one. Swagger UI
 * fills a field with nothing else.
 */
final class ParameterExamples {

    private final Map<String, Object> document;

    private ParameterExamples(Map<String, Object> document) {
        this.document = document;
    }

    static void add(Map<String, Object> document) {
        ParameterExamples examples = new ParameterExamples(document);
        document.replaceAll((part, node) -> examples.with(node));
    }

    private Object with(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(this::with).toList();
        }
        return node instanceof Map<?, ?> ? parameter(Tree.each(node, this::with)) : node;
    }

    private Map<String, Object> parameter(Map<String, Object> map) {
        if (isParameter(map) && map.get("required") == Boolean.TRUE && !map.containsKey("example")) {
            Object example = ofSchema(map.get("schema"));
            if (example != null) {
                Map<String, Object> full = new LinkedHashMap<>(map);
                full.put("example", example);
                return full;
            }
        }
        return map;
    }

    static boolean isParameter(Map<String, Object> map) {
        return map.get("in") instanceof String && map.get("name") instanceof String && map.containsKey("schema");
    }

    private @Nullable Object ofSchema(@Nullable Object schema) {
        List<Object> examples = Tree.list(Tree.followed(document, schema).get("examples"));
        return examples.isEmpty() ? null : examples.getFirst();
    }
}
