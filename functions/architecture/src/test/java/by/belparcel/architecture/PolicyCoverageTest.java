package by.belparcel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.app.Contexts;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PolicyCoverageTest {

    /** The roles of domain README section 1. */
    private static final Set<String> ROLES = Set.of(
            "shop",
            "client",
            "carrier",
            "pvz_worker",
            "operator",
            "moderator",
            "admin",
            "agent",
            "guard",
            "guard_lead",
            "analyst",
            "auditor",
            "service");

    @Test // S-051
    void everyRouteHasAPolicyEntryAndTheReverse() throws IOException {
        for (FunctionModule context : Contexts.all()) {
            Set<String> actions = context.functions().stream()
                    .flatMap(f -> route(f).stream())
                    .map(HttpRoute::action)
                    .filter(action -> !action.equals(HttpRoute.PUBLIC))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(new TreeSet<>(policy(context).propertyNames()))
                    .as(context.name())
                    .isEqualTo(actions);
        }
    }

    @Test // S-050: only roles that exist
    void policiesNameKnownRolesOnly() throws IOException {
        for (FunctionModule context : Contexts.all()) {
            for (JsonNode roles : policy(context)) {
                assertThat(ROLES).as(context.name()).containsAll(roles.propertyNames());
            }
        }
    }

    @Test // H-41: a name and a path belong to one function
    void namesAndRoutesAreUnique() {
        List<FunctionSpec> all =
                Contexts.all().stream().flatMap(c -> c.functions().stream()).toList();
        List<String> routes = all.stream()
                .flatMap(f -> route(f).stream())
                .map(r -> r.method() + " " + r.path().replaceAll("\\{[^}]*}", "{}"))
                .toList();

        assertThat(all.stream().map(FunctionSpec::name)).doesNotHaveDuplicates();
        assertThat(new HashSet<>(routes)).hasSameSizeAs(routes);
    }

    private static List<HttpRoute> route(FunctionSpec function) {
        return switch (function) {
            case FunctionSpec.Command<?, ?> command -> List.of(command.route());
            case FunctionSpec.Query<?> query -> List.of(query.route());
            case FunctionSpec.Socket socket -> List.of(socket.route());
            case FunctionSpec.EventStream stream -> List.of(stream.route());
            default -> List.of();
        };
    }

    private static JsonNode policy(FunctionModule context) throws IOException {
        try (InputStream in = PolicyCoverageTest.class.getClassLoader().getResourceAsStream(context.policyResource())) {
            assertThat(in).as(context.policyResource()).isNotNull();
            return Json.mapper().readTree(in);
        }
    }
}
