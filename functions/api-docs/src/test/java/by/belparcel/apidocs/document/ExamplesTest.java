package by.belparcel.apidocs.document;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.apidocs.check.SchemaCheck;
import by.belparcel.eventing.envelope.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

// H-42: examples are valid
class ExamplesTest {

    private final Map<String, Object> document = OpenApiDocument.merged();
    private final JsonNode json = Json.mapper().valueToTree(document);
    private final SchemaCheck check = SchemaCheck.strict(json);

    @Test
    void everyExampleIsWhatItsSchemaDescribes() {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, JsonNode> schema : json.at("/components/schemas").properties()) {
            for (JsonNode example : schema.getValue().path("examples")) {
                check.problems(reference(schema.getKey()), example)
                        .forEach(problem -> problems.add(schema.getKey() + ": " + problem));
            }
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void everyPartHasAnExampleThatFits() {
        List<String> problems = new ArrayList<>();
        Tree.maps(document).forEach(node -> {
            for (Object example : Tree.list(node.get("examples"))) {
                JsonNode schema = Json.mapper().valueToTree(node);
                check.problems(schema, Json.mapper().valueToTree(example))
                        .forEach(problem -> problems.add(problem + " in " + schema));
            }
        });

        assertThat(problems).isEmpty();
    }

    @Test
    void everyExampleOfAParameterFitsIt() {
        List<String> problems = new ArrayList<>();
        Tree.maps(document).stream()
                .filter(node -> ParameterExamples.isParameter(node) && node.containsKey("example"))
                .forEach(node -> check.problems(
                                Json.mapper().valueToTree(node.get("schema")),
                                Json.mapper().valueToTree(node.get("example")))
                        .forEach(problem -> problems.add(problem + " in " + node)));

        assertThat(problems).isEmpty();
    }

    @Test // else the page of Swagger UI could not move their times
    void thePageReadsTheDayOnWhichTheExamplesHappen() throws IOException {
        LocalDate day = LocalDate.parse(Tree.text(document, "x-example-day"));

        assertThat(json.at("/components/schemas/Time/examples/0").asString()).startsWith(day.toString());
        assertThat(Files.readString(Fragments.OWN.resolveSibling("swagger-ui").resolve("start.js")))
                .contains("['x-example-day']");
    }

    @Test
    void whateverIsSentOrAnsweredHasAnExample() {
        assertThat(Operation.all(document)).allSatisfy(operation -> {
            for (Map<String, Object> node : Tree.maps(operation.body())) {
                Map<String, Object> media =
                        Tree.map(Tree.map(node.get("content")).get("application/json"));
                Map<String, Object> schema = Tree.map(media.get("schema"));
                if (schema.containsKey("$ref")) {
                    assertThat(Tree.followed(document, schema))
                            .as(operation + " " + schema)
                            .containsKey("examples");
                }
            }
        });
    }

    private static JsonNode reference(String name) {
        return Json.mapper().valueToTree(Map.of("$ref", "#/components/schemas/" + name));
    }
}
