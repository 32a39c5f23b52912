package by.belparcel.apidocs.check;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

// H-43
class ApiDiffTest {

    private static final String RELEASE = "/releases/1.0.0.json";
    private static final List<String> TEXTS = List.of("description", "summary", "example", "examples");
    private static final Path RELEASE_FILE =
            Path.of(System.getProperty("belparcel.root", "../.."), "functions", "api-docs", "src", "test", "resources");

    private static final String SMALL = """
            {"paths": {"/a": {"post": {"operationId": "doIt",
              "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 100}}],
              "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/In"}}}},
              "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Out"}}}}}}}},
             "components": {"schemas": {
              "In": {"type": "object", "required": ["a"], "properties": {"a": {"enum": ["X", "Y"]}, "b": {"type": "string"}}},
              "Out": {"type": "object", "required": ["c"], "properties": {"c": {"type": "string"}}}}}}
            """;

    @Test
    void nobodyIsLeftBehindSinceTheLastRelease() throws IOException {
        if (System.getProperty("golden", "").equals("release")) {
            Files.writeString(Path.of(RELEASE_FILE + RELEASE), withoutTexts(present()) + "\n");
        }

        assertThat(ApiDiff.breaking(released(), present())).isEmpty();
    }

    @Test
    void moreThanBeforeBreaksNobody() {
        assertThat(changed(json -> json.replace("\"X\", \"Y\"", "\"X\", \"Y\", \"Z\"")))
                .isEmpty();
        assertThat(changed(json -> json.replace("\"c\": {", "\"d\": {\"type\": \"string\"}, \"c\": {")))
                .isEmpty();
        assertThat(changed(json -> json.replace("\"b\": {", "\"e\": {\"type\": \"string\"}, \"b\": {")))
                .isEmpty();
        assertThat(changed(json -> json.replace("100", "200"))).isEmpty();
    }

    @Test
    void lessThanBeforeBreaksSomebody() {
        assertThat(changed(json -> json.replace("doIt", "makeIt"))).containsExactly("post /a has another operationId");
        assertThat(changed(json -> json.replace("/a", "/b"))).containsExactly("post /a is gone");
        assertThat(changed(json -> json.replace("\"limit\"", "\"size\"")))
                .containsExactly("post /a no longer takes query limit");
        assertThat(changed(json -> json.replace("100", "50"))).containsExactly("post /a query limit: maximum is lower");
        assertThat(changed(json -> json.replace("[\"X\", \"Y\"]", "[\"X\"]")))
                .containsExactly("post /a body.a no longer takes Y");
        assertThat(changed(json -> json.replace("[\"a\"]", "[\"a\", \"b\"]")))
                .containsExactly("post /a body now needs b");
        assertThat(changed(json -> json.replace("[\"c\"]", "[]")))
                .containsExactly("post /a 200 no longer always has c");
        assertThat(changed(json -> json.replace("\"c\": {\"type\": \"string\"}", "\"c\": {\"type\": \"integer\"}")))
                .containsExactly("post /a 200.c has another type");
        assertThat(changed(json -> json.replace("\"in\": \"query\"", "\"in\": \"query\", \"required\": true")))
                .containsExactly("post /a now needs query limit");
    }

    private static List<String> changed(UnaryOperator<String> change) {
        String changed = change.apply(SMALL);
        assertThat(changed).isNotEqualTo(SMALL);
        return ApiDiff.breaking(Json.mapper().readTree(SMALL), Json.mapper().readTree(changed));
    }

    private static JsonNode present() throws IOException {
        try (InputStream in = resource("/openapi/openapi.json")) {
            return Json.mapper().readTree(in);
        }
    }

    private static JsonNode released() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(RELEASE_FILE + RELEASE))) {
            return Json.mapper().readTree(in);
        }
    }

    /** What callers depend on: a release is compared by it, and stays readable in a change. */
    private static JsonNode withoutTexts(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TEXTS.forEach(name -> {
                if (!object.path(name).isObject() || name.equals("examples")) {
                    object.remove(name);
                }
            });
        }
        node.forEach(ApiDiffTest::withoutTexts);
        return node;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(ApiDiffTest.class.getResourceAsStream(name), name);
    }
}
