package by.belparcel.apidocs;

import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.apidocs.adapter.Documents;
import by.belparcel.apidocs.adapter.SwaggerUi;
import by.belparcel.apidocs.application.FileShelf;
import by.belparcel.apidocs.application.Redirect;
import by.belparcel.apidocs.application.ShowFile;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Content;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The documents and Swagger UI. Everybody may read them; they hold no secret and need no database. */
public final class ApiDocsFunctions implements FunctionModule {

    private final FileShelf documents = Documents.interfaces();

    @Override
    public String name() {
        return "api-docs";
    }

    @Override
    public List<FunctionSpec> functions() {
        return List.of(
                file("getOpenApi", "/openapi.json", () -> document(Documents.OPENAPI_JSON)),
                file("getOpenApiYaml", "/openapi.yaml", () -> document(Documents.OPENAPI_YAML)),
                file("getAsyncApi", "/asyncapi.yaml", () -> document(Documents.ASYNCAPI_YAML)),
                file("getEventSchema", "/schemas/{file}", () -> ShowFile.named(Documents.schemas(), Map.of())),
                file("findSwaggerUi", "/swagger-ui", () -> new Redirect("/swagger-ui/")),
                file("openSwaggerUi", "/swagger-ui/", () -> page(SwaggerUi.INDEX)),
                file(
                        "getSwaggerUiFile",
                        "/swagger-ui/{file}",
                        () -> ShowFile.named(SwaggerUi.files(), SwaggerUi.HEADERS)));
    }

    private ShowFile document(String name) {
        return ShowFile.fixed(documents, name, Map.of());
    }

    private static ShowFile page(String name) {
        return ShowFile.fixed(SwaggerUi.files(), name, SwaggerUi.HEADERS);
    }

    private static FunctionSpec file(String name, String path, Supplier<QueryHandler<Content>> handler) {
        return query(name, path, HttpRoute.PUBLIC, Set.of(), services -> handler.get());
    }
}
