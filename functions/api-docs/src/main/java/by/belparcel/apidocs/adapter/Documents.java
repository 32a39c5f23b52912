package by.belparcel.apidocs.adapter;

import by.belparcel.apidocs.adapter.ClassPathShelf.Resource;
import by.belparcel.apidocs.application.FileShelf;
import by.belparcel.apidocs.application.StaticFile;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.events.EventCatalog;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The interface documents and the JSON Schemas that they refer to. */
public final class Documents {

    public static final String OPENAPI_JSON = "openapi.json";
    public static final String OPENAPI_YAML = "openapi.yaml";
    public static final String ASYNCAPI_YAML = "asyncapi.yaml";

    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";

    private Documents() {}

    /** The YAML form of OpenAPI is made from the JSON form when somebody asks for it. */
    public static FileShelf interfaces() {
        FileShelf files = new ClassPathShelf(Map.of(
                OPENAPI_JSON, new Resource("/openapi/openapi.json", JSON),
                ASYNCAPI_YAML, new Resource("/asyncapi.yaml", YAML)));
        Map<String, StaticFile> made = new ConcurrentHashMap<>();
        return name -> name.equals(OPENAPI_YAML)
                ? Optional.of(made.computeIfAbsent(name, any -> yaml(files)))
                : files.find(name);
    }

    public static FileShelf schemas() {
        return new ClassPathShelf(EventCatalog.all().stream()
                .map(type -> type.name() + ".json")
                .collect(Collectors.toMap(
                        Function.identity(), file -> new Resource("/schemas/" + file, "application/schema+json"))));
    }

    private static StaticFile yaml(FileShelf files) {
        String json = files.find(OPENAPI_JSON).orElseThrow().text();
        return StaticFile.of(YAML, YamlText.of(Json.mapper().readTree(json)).getBytes(StandardCharsets.UTF_8));
    }
}
