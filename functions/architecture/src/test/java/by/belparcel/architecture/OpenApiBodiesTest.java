package by.belparcel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.app.Contexts;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

// H-41, H-42: a body that the document shows is read without a complaint, and its fields are those that are read
class OpenApiBodiesTest {

    /** A version in the path must be that of the body. */
    private static final Map<String, String> VARIABLES = Map.of("version", "2026-11-20.1", "seq", "2");

    /** One shape of several: the fields of the other ones are looked for as well. */
    private static final Set<String> SHAPES = Set.of("reportLocations", "saveRuleSet", "updateRuleSet");

    private final JsonNode document = OpenApiRoutesTest.document();
    private final Map<String, JsonNode> bodies = new TreeMap<>();

    OpenApiBodiesTest() {
        document.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
                    if (!schema.isMissingNode()) {
                        bodies.put(operation.get("operationId").asString(), followed(schema));
                    }
                }));
    }

    @Test
    void everyExampleOfABodyIsReadWithoutAComplaint() {
        Map<String, Object> problems = new TreeMap<>();
        commands().forEach(command -> {
            JsonNode schema = bodies.get(command.name());
            if (schema != null && schema.has("examples")) {
                Input input = read(command, schema.get("examples").get(0));
                if (!input.problems().isEmpty()) {
                    problems.put(command.name(), input.problems());
                }
            }
        });

        assertThat(problems).isEmpty();
    }

    @Test
    void everyFieldThatIsReadIsWrittenAndTheReverse() {
        Map<String, String> problems = new TreeMap<>();
        assertThat(commands().filter(command -> bodies.containsKey(command.name())))
                .hasSizeGreaterThan(60);
        commands().filter(command -> !SHAPES.contains(command.name())).forEach(command -> {
            JsonNode schema = bodies.get(command.name());
            if (schema != null && schema.has("examples")) {
                compare(command.name(), read(command, schema.get("examples").get(0)), schema, problems);
            }
        });

        assertThat(problems).isEmpty();
    }

    private static java.util.stream.Stream<FunctionSpec.Command<?, ?>> commands() {
        return Contexts.all().stream()
                .flatMap(context -> context.functions().stream())
                .<FunctionSpec.Command<?, ?>>mapMulti((function, next) -> {
                    if (function instanceof FunctionSpec.Command<?, ?> command && command.body()) {
                        next.accept(command);
                    }
                });
    }

    private static Input read(FunctionSpec.Command<?, ?> command, JsonNode body) {
        Map<String, String> path = new HashMap<>(VARIABLES);
        path.put("id", "0198c0de-0000-7000-8000-0000000000ff");
        path.put("provider", "card");
        Input input = Input.of(body);
        assertThat(command.reader().read(input, new RequestParameters(path, Map.of(), Map.of())))
                .as(command.name())
                .isNotNull();
        return input;
    }

    private void compare(String name, Input input, JsonNode schema, Map<String, String> problems) {
        TreeSet<String> asked = new TreeSet<>(this.<Set<String>>hidden(input, "asked"));
        TreeSet<String> written = new TreeSet<>(schema.path("properties").propertyNames());
        if (!asked.equals(written)) {
            problems.put(name + this.<String>hidden(input, "pointer"), "reads " + asked + ", the document " + written);
        }
        for (Input child : this.<List<Input>>hidden(input, "children")) {
            String pointer = this.<String>hidden(child, "pointer");
            String own = pointer.substring(this.<String>hidden(input, "pointer").length() + 1);
            JsonNode property = followed(schema.path("properties").path(own.split("/", -1)[0]));
            JsonNode entry = followed(property.has("items") ? property.get("items") : property);
            if (entry.has("properties")) {
                compare(name, child, entry, problems);
            }
        }
    }

    /** What a reader asked for is known to the input alone, which nobody else needs to see. */
    @SuppressWarnings("unchecked")
    private <T> T hidden(Input input, String name) {
        try {
            Field field = Input.class.getDeclaredField(name);
            field.setAccessible(true);
            return (T) field.get(input);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode followed(JsonNode schema) {
        return schema.has("$ref")
                ? followed(document.at(schema.get("$ref").asString().substring(1)))
                : schema;
    }
}
