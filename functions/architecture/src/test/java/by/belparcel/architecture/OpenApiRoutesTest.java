package by.belparcel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.app.Contexts;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

// H-41, S-051: what is served is what is written, and the reverse
class OpenApiRoutesTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final JsonNode document = document();
    private final Map<String, FunctionSpec> served = new TreeMap<>();
    private final Map<String, JsonNode> written = new TreeMap<>();

    OpenApiRoutesTest() {
        Contexts.all().stream().flatMap(context -> context.functions().stream()).forEach(function -> {
            HttpRoute route = Routes.of(function);
            if (route != null) {
                served.put(function.name() + ' ' + route.method() + ' ' + route.path(), function);
            }
        });
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> written.put(
                                operation.getValue().get("operationId").asString()
                                        + ' '
                                        + operation.getKey().toUpperCase(java.util.Locale.ROOT)
                                        + ' '
                                        + path.getKey(),
                                operation.getValue())));
    }

    @Test
    void everyRouteHasAnOperationOfItsNameAndTheReverse() {
        assertThat(without(served.keySet(), written.keySet())).as("served only").isEmpty();
        assertThat(without(written.keySet(), served.keySet()))
                .as("written only")
                .isEmpty();
    }

    @Test
    void everyParameterThatIsReadIsWrittenAndTheReverse() {
        served.forEach((name, function) -> {
            HttpRoute route = Objects.requireNonNull(Routes.of(function));
            TreeSet<String> wanted = new TreeSet<>();
            VARIABLE.matcher(route.path()).results().forEach(found -> wanted.add("path " + found.group(1)));
            route.queryParameters().forEach(parameter -> wanted.add("query " + parameter));

            assertThat(parameters(name, "path", "query")).as(name).isEqualTo(wanted);
        });
    }

    @Test
    void aBodyAndItsLimitAreWrittenWhereOneIsTaken() {
        served.forEach((name, function) -> {
            JsonNode body = operation(name).path("requestBody");
            boolean taken = function instanceof FunctionSpec.Command<?, ?> command && command.body();

            assertThat(!body.isMissingNode()).as(name).isEqualTo(taken);
            if (taken) {
                assertThat(body.get("x-body-limit").asInt())
                        .as(name)
                        .isEqualTo(Objects.requireNonNull(Routes.of(function)).bodyLimit());
            }
        });
    }

    @Test
    void anIdempotencyKeyIsWrittenWhereOneIsKept() {
        served.forEach((name, function) -> {
            boolean kept = function instanceof FunctionSpec.Command<?, ?> command
                    && !command.keyLife().isZero();

            assertThat(parameters(name, "header").contains("header Idempotency-Key"))
                    .as(name)
                    .isEqualTo(kept);
        });
    }

    @Test
    void whoNeedsNoTokenIsWrittenSo() {
        served.forEach((name, function) -> {
            boolean open = Objects.requireNonNull(Routes.of(function)).action().equals(HttpRoute.PUBLIC)
                    || function instanceof FunctionSpec.Socket;

            assertThat(operation(name).has("security")).as(name).isEqualTo(open);
        });
    }

    @Test
    void everyContextHasATagOfItsName() {
        Set<String> tags = new TreeSet<>();
        document.get("tags").forEach(tag -> tags.add(tag.get("name").asString()));
        Set<String> contexts = Contexts.all().stream()
                .map(context -> context.name().equals("tracking-stream") ? "tracking" : context.name())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tags).isEqualTo(contexts);
    }

    private static TreeSet<String> without(Set<String> all, Set<String> some) {
        TreeSet<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private JsonNode operation(String name) {
        JsonNode operation = written.get(name);
        assertThat(operation).as(name).isNotNull();
        return Objects.requireNonNull(operation);
    }

    private TreeSet<String> parameters(String name, String... places) {
        List<JsonNode> given = new ArrayList<>();
        operation(name).path("parameters").forEach(given::add);
        return given.stream()
                .map(parameter -> parameter.has("$ref")
                        ? document.at(parameter.get("$ref").asString().substring(1))
                        : parameter)
                .filter(parameter -> Set.of(places).contains(parameter.get("in").asString()))
                .map(parameter -> parameter.get("in").asString()
                        + ' '
                        + parameter.get("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static JsonNode document() {
        try (InputStream in = OpenApiRoutesTest.class.getResourceAsStream("/openapi/openapi.json")) {
            return Json.mapper().readTree(Objects.requireNonNull(in, "openapi.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
