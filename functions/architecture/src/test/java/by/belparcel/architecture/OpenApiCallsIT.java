package by.belparcel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.apidocs.check.Exchange;
import by.belparcel.apidocs.check.ExchangeCheck;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

// H-42: every function is called as the document shows, by every role that may, and answers as the document says
class OpenApiCallsIT {

    /** Needs a broker; the tests of tracking call it. */
    private static final String NEEDS_BROKER = "reportLocations";

    /** What an example may be refused for: whatever it names comes into being by a call, or its state forbids it now. */
    private static final Set<Integer> NO_SUCH_THING_OR_NOT_NOW = Set.of(404, 409, 422);

    /** No password, token or signature that works is in the document. */
    private static final Set<String> NEED_A_SECRET = Set.of("logIn", "refreshSession", "receiveProviderCallback");

    /** The author of a rule set may not publish it, and here all roles are one person. */
    private static final Set<String> NEED_SOMEBODY_ELSE = Set.of("publishRuleSet");

    @SuppressWarnings("NullAway.Init")
    private static WholeProduct product;

    private final JsonNode document = OpenApiRoutesTest.document();
    private final ExampleCalls plain = new ExampleCalls(document, Instant.now(), null);
    private final ExchangeCheck check = new ExchangeCheck(document);
    private final TreeSet<String> problems = new TreeSet<>();
    private final Map<String, TreeSet<Integer>> statuses = new TreeMap<>();

    @BeforeAll
    static void start() {
        product = WholeProduct.start();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void everyFunctionAnswersItsExampleAsTheDocumentSays() {
        ExampleCalls calls = new ExampleCalls(document, Instant.now(), product.placeOrder());
        for (WholeProduct.Called called : product.called()) {
            boolean answers = called.function() instanceof FunctionSpec.Command<?, ?>
                    || called.function() instanceof FunctionSpec.Query<?>;
            if (!answers || called.function().name().equals(NEEDS_BROKER)) {
                continue;
            }
            for (String role : roles(called)) {
                HttpRoute route = Objects.requireNonNull(Routes.of(called.function()));
                String target = calls.target(called.function().name(), route);
                send(
                        called.function().name(),
                        route.method(),
                        target,
                        calls.body(called.function().name()),
                        role);
            }
        }

        assertThat(problems).isEmpty();
        assertThat(statuses)
                .allSatisfy((function, seen) -> assertThat(seen)
                        .as(function)
                        .allMatch(status -> status < 400
                                || NO_SUCH_THING_OR_NOT_NOW.contains(status)
                                || NEED_A_SECRET.contains(function) && status == 401
                                || NEED_SOMEBODY_ELSE.contains(function) && status == 403));
        assertThat(statuses.entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(status -> status < 400)))
                .as("functions that took their example")
                .hasSizeGreaterThanOrEqualTo(90);
    }

    @Test
    void everyRefusalIsInTheDocument() {
        for (WholeProduct.Called called : product.called()) {
            HttpRoute route = Objects.requireNonNull(Routes.of(called.function()));
            String name = called.function().name();
            if (called.function() instanceof FunctionSpec.Command<?, ?> command
                    && command.body()
                    && !name.equals(NEEDS_BROKER)) {
                String target = plain.target(name, route);
                send(name, route.method(), target, plain.body(name), "");
                send(
                        name,
                        route.method(),
                        target,
                        "{\"nobody_knows\": 1}",
                        roles(called).getFirst());
                send(name, route.method(), target, "{", roles(called).getFirst());
                send(name, route.method(), target, plain.body(name), "guard");
            }
        }

        assertThat(problems).isEmpty();
    }

    private static List<String> roles(WholeProduct.Called called) {
        List<String> roles = new ArrayList<>(called.roles());
        return roles.isEmpty() ? List.of("") : roles;
    }

    private void send(
            String function,
            String method,
            String target,
            @org.jspecify.annotations.Nullable String body,
            String role) {
        HttpResponse<String> answer = product.send(method, target, body, plain.accept(function), role);
        statuses.computeIfAbsent(function, any -> new TreeSet<>()).add(answer.statusCode());
        problems.addAll(check.problems(new Exchange(
                method,
                target,
                body,
                answer.statusCode(),
                answer.headers().firstValue("content-type").orElse(null),
                answer.body())));
    }
}
