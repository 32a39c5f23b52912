package by.belparcel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.app.Contexts;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.Meter;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.Settings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

// H-41: the members that a handler's view has are those of the document
class OpenApiAnswersTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final Settings SETTINGS = new Settings(Map.of(
            "BELPARCEL_ORDERS_CONTACT_KEY", KEY,
            "BELPARCEL_PICKUP_CODE_KEY", KEY,
            "BELPARCEL_PICKUP_VERIFICATION_KEY", KEY));

    private final JsonNode document = OpenApiRoutesTest.document();
    private final Map<String, JsonNode> written = new TreeMap<>();

    OpenApiAnswersTest() {
        document.get("paths")
                .forEach(path -> path.forEach(
                        operation -> written.put(operation.get("operationId").asString(), operation)));
    }

    @Test
    void everyMemberOfAnAnswerIsWrittenAndTheReverse() {
        Set<String> problems = new TreeSet<>();
        int compared = 0;
        for (FunctionSpec function : functions()) {
            Type answer = answer(function).orElse(null);
            JsonNode operation = written.get(function.name());
            if (answer == null || operation == null) {
                continue;
            }
            for (JsonNode schema : schemas(operation)) {
                compared++;
                ViewCheck check = new ViewCheck(document);
                check.compare(function.name(), answer, schema);
                problems.addAll(check.problems());
            }
        }

        assertThat(problems).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    private static List<FunctionSpec> functions() {
        return Contexts.all().stream()
                .flatMap(context -> context.functions().stream())
                .toList();
    }

    /** Schemas of the JSON answers that are no refusals. */
    private static List<JsonNode> schemas(JsonNode operation) {
        List<JsonNode> schemas = new ArrayList<>();
        operation.get("responses").properties().forEach(response -> {
            JsonNode schema = response.getValue().at("/content/application~1json/schema");
            if (response.getKey().startsWith("2") && !schema.isMissingNode()) {
                schemas.add(schema);
            }
        });
        return schemas;
    }

    /** What the function's handler answers; empty where it needs more than settings to be built. */
    private static Optional<Type> answer(FunctionSpec function) {
        try {
            return switch (function) {
                case FunctionSpec.Command<?, ?> command ->
                    argument(command.handler().apply(services()), CommandHandler.class, 1);
                case FunctionSpec.Query<?> query -> argument(query.handler().apply(services()), QueryHandler.class, 0);
                default -> Optional.empty();
            };
        } catch (IllegalStateException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static Optional<Type> argument(Object handler, Class<?> type, int index) {
        return Stream.of(handler.getClass().getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(implemented -> implemented.getRawType() == type)
                .map(implemented -> implemented.getActualTypeArguments()[index])
                .findFirst();
    }

    private static Services services() {
        return stub(Services.class);
    }

    /** Settings and a meter; whatever else is asked for answers nothing. */
    private static <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "settings" -> SETTINGS;
                    case "meter" -> Meter.NONE;
                    case "hashCode" -> 1;
                    case "equals" -> proxy == arguments[0];
                    default -> interfaceOrNothing(method.getReturnType());
                }));
    }

    private static @Nullable Object interfaceOrNothing(Class<?> type) {
        return type.isInterface() ? stub(type) : null;
    }
}
