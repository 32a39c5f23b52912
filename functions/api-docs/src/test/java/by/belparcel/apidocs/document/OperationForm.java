package by.belparcel.apidocs.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the short form of an operation (README) into an OpenAPI operation: parameters, body and all answers. */
final class OperationForm {

    static final String BODY_LIMIT = "x-body-limit";
    static final int USUAL_BODY_LIMIT = 65_536;

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final String JSON = "application/json";
    private static final Map<String, List<String>> PAGES = Map.of(
            "cursor", List.of("limit", "cursor"),
            "50", List.of("limit50", "cursor"),
            "page", List.of("page", "limit"));

    private final String path;
    private final Map<String, Object> given;
    private final String tag;
    private final Map<String, Object> shared;

    /** @param shared the parameters that may be named */
    OperationForm(String path, Map<String, Object> given, String tag, Map<String, Object> shared) {
        this.path = path;
        this.given = given;
        this.tag = tag;
        this.shared = shared;
    }

    Map<String, Object> operation() {
        Map<String, Object> operation = new LinkedHashMap<>(given);
        operation.keySet().removeIf(name -> name.startsWith("x-"));
        operation.putIfAbsent("tags", List.of(tag));
        List<Object> parameters = parameters();
        operation.remove("parameters");
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (given.get("x-body") instanceof String body) {
            operation.put("requestBody", body(body));
        }
        operation.put("responses", responses(parameters));
        return operation;
    }

    private List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        List<Object> written = Tree.list(given.get("parameters"));
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            String name = variables.group(1);
            if (written.stream().noneMatch(p -> isPath(p, name))) {
                parameters.add(Tree.reference("parameters", name));
            }
        }
        written.forEach(p -> parameters.add(p instanceof String name ? Tree.reference("parameters", name) : shaped(p)));
        Tree.map(given.get("x-query")).forEach((name, schema) -> parameters.add(query(name, schema)));
        PAGES.getOrDefault(String.valueOf(given.get("x-page")), List.of())
                .forEach(name -> parameters.add(Tree.reference("parameters", name)));
        return parameters;
    }

    private boolean isPath(Object parameter, String name) {
        Map<String, Object> map = Tree.map(parameter instanceof String known ? shared.get(known) : parameter);
        return "path".equals(map.get("in")) && name.equals(map.get("name"));
    }

    static Map<String, Object> shaped(Object parameter) {
        Map<String, Object> map = Tree.map(parameter);
        map.computeIfPresent("schema", (name, schema) -> SchemaForm.schema(schema));
        return map;
    }

    private static Map<String, Object> query(String name, Object shortForm) {
        Map<String, Object> schema = SchemaForm.schema(shortForm);
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", "query");
        Object description = schema.remove("description");
        if (description != null) {
            parameter.put("description", description);
        }
        if ("array".equals(schema.get("type"))) {
            parameter.put("style", "form");
            parameter.put("explode", false);
        }
        parameter.put("schema", schema);
        return parameter;
    }

    private Map<String, Object> body(String schema) {
        int limit = given.get(BODY_LIMIT) instanceof Integer other ? other : USUAL_BODY_LIMIT;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("description", "At most " + limit / 1024 + " KiB.");
        body.put("required", true);
        body.put("content", content(Tree.reference("schemas", schema)));
        body.put(BODY_LIMIT, limit);
        return body;
    }

    private static Map<String, Object> content(Map<String, Object> schema) {
        return Tree.of(JSON, Tree.of("schema", schema));
    }

    private Map<String, Object> responses(List<Object> parameters) {
        boolean keyed = parameters.contains(Tree.reference("parameters", "IdempotencyKey"));
        Map<String, Object> responses = new LinkedHashMap<>();
        boolean paged = given.containsKey("x-page");
        Tree.map(given.get("x-answers"))
                .forEach((status, answer) ->
                        responses.put(status, new AnswerForm(status, answer, keyed, paged).response()));
        Map<String, List<String>> codes = new TreeMap<>();
        if (given.containsKey("x-body") || !parameters.isEmpty()) {
            codes.put("400", new ArrayList<>());
        }
        codes.put("401", new ArrayList<>());
        if (!given.containsKey("security")) {
            codes.put("403", new ArrayList<>());
        }
        if (given.containsKey("x-body")) {
            codes.put("413", new ArrayList<>());
            codes.put("415", new ArrayList<>());
        }
        codes.put("429", new ArrayList<>());
        codes.put("503", new ArrayList<>());
        if (keyed) {
            codes.computeIfAbsent("400", any -> new ArrayList<>()).add("IDEMPOTENCY_KEY_REQUIRED");
            codes.computeIfAbsent("409", any -> new ArrayList<>()).add("IDEMPOTENCY_IN_PROGRESS");
            codes.computeIfAbsent("422", any -> new ArrayList<>()).add("IDEMPOTENCY_KEY_REUSED");
        }
        Tree.map(given.get("x-errors"))
                .forEach((status, text) -> codes.computeIfAbsent(status, any -> new ArrayList<>())
                        .addAll(0, List.of(String.valueOf(text).split(" ", -1))));
        // Codes take the place of the shared description, which says that a value may be wrong.
        codes.computeIfPresent(
                "400", (status, names) -> names.isEmpty() ? names : withFirst("VALIDATION_FAILED", names));
        codes.forEach((status, names) -> responses.put(status, Refusals.reference(status, names)));
        responses.put("default", Tree.reference("responses", "Default"));
        return responses;
    }

    private static List<String> withFirst(String code, List<String> others) {
        List<String> codes = new ArrayList<>(List.of(code));
        codes.addAll(others);
        return codes;
    }
}
