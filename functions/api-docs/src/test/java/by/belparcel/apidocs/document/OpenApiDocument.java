package by.belparcel.apidocs.document;

import by.belparcel.eventing.envelope.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.SerializationFeature;

/** The one OpenAPI document: the shared pieces and all fragments, in full form. */
final class OpenApiDocument {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final List<String> KINDS = List.of("parameters", "headers", "responses", "schemas");

    private final Map<String, Object> document = new LinkedHashMap<>();
    private final List<Object> tags = new ArrayList<>();
    private final Map<String, Object> paths = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> components = new LinkedHashMap<>();

    private OpenApiDocument() {}

    static Map<String, Object> merged() {
        return merged(Fragments.common(), Fragments.contexts());
    }

    /** @throws IllegalArgumentException when two fragments want the same name or path for different things */
    static Map<String, Object> merged(Map<String, Object> common, Map<String, Map<String, Object>> fragments) {
        OpenApiDocument made = new OpenApiDocument();
        made.addComponents(Tree.map(common.get("components")));
        fragments.values().forEach(made::add);
        common.forEach((name, value) -> {
            if (name.equals("components")) {
                made.document.put("tags", made.tags);
                made.document.put("paths", made.paths);
            } else {
                made.document.put(name, value);
            }
        });
        Map<String, Object> all = Tree.map(made.components);
        all.put("securitySchemes", Tree.map(common.get("components")).get("securitySchemes"));
        made.document.put("components", all);
        RequestSchemas.close(made.document);
        SchemaExamples.add(made.document);
        ParameterExamples.add(made.document);
        return made.document;
    }

    static String json(Map<String, Object> document) {
        return Json.mapper()
                        .rebuild()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(document)
                + "\n";
    }

    private void add(Map<String, Object> fragment) {
        tags.addAll(Tree.list(fragment.get("tags")));
        String tag = Tree.text(Tree.map(Tree.list(fragment.get("tags")).getFirst()), "name");
        addComponents(Tree.map(fragment.get("components")));
        Tree.map(fragment.get("paths")).forEach((path, item) -> addPath(path, Tree.map(item), tag));
    }

    private void addPath(String path, Map<String, Object> item, String tag) {
        Map<String, Object> full = Tree.map(paths.get(path));
        Map<String, Object> parameters = components.getOrDefault("parameters", Map.of());
        item.forEach((method, operation) -> {
            if (!METHODS.contains(method)) {
                throw new IllegalArgumentException("No method: " + method + " " + path);
            }
            Object before = full.put(method, new OperationForm(path, Tree.map(operation), tag, parameters).operation());
            if (before != null) {
                throw new IllegalArgumentException("Two operations for " + method + " " + path);
            }
        });
        paths.put(path, full);
    }

    private void addComponents(Map<String, Object> given) {
        for (String kind : KINDS) {
            Map<String, Object> known = components.computeIfAbsent(kind, any -> new LinkedHashMap<>());
            Tree.map(given.get(kind)).forEach((name, value) -> {
                Object before = known.put(name, full(kind, value));
                if (before != null && !Objects.equals(before, known.get(name))) {
                    throw new IllegalArgumentException("Two different " + kind + " named " + name);
                }
            });
        }
    }

    private static Object full(String kind, Object value) {
        return switch (kind) {
            case "schemas" -> SchemaForm.schema(value);
            case "responses" -> response(Tree.map(value));
            default -> OperationForm.shaped(value);
        };
    }

    private static Map<String, Object> response(Map<String, Object> given) {
        Map<String, Object> response = new LinkedHashMap<>(given);
        response.computeIfPresent(
                "headers",
                (any, headers) -> Tree.each(headers, header -> Tree.reference("headers", String.valueOf(header))));
        response.computeIfPresent("content", (any, content) -> Tree.each(content, OperationForm::shaped));
        return response;
    }
}
