package by.belparcel.eventing.edge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.eventing.handling.Access;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

final class PolicyTableTest {

    private static final PolicyTable TABLE = PolicyTable.parse("test", """
            {"thing.do": {"shop": "own_shop", "client": "own_client", "carrier": "own_carrier", "pvz_worker": "own_pvz",
                          "guard": "own_site", "agent": "own_queue", "operator": "own_region", "admin": "any", "service": "service",
                          "analyst": "none", "moderator": "own_subject"},
             "thing.hidden": {"auditor": "none", "admin": "any"}}
            """.getBytes(StandardCharsets.UTF_8));

    private static Principal principal(String role, Map<String, List<String>> claims) {
        return new Principal("me", Set.of(role), claims, "jti");
    }

    @ParameterizedTest
    @CsvSource({
        "shop, shop_id, s1, shop_id, s1, true",
        "shop, shop_id, s1, shop_id, s2, false",
        "shop, other, s1, shop_id, s1, false",
        "client, none, -, client_id, me, true",
        "client, none, -, client_id, you, false",
        "carrier, carrier_id, c1, carrier_id, c1, true",
        "carrier, carrier_id, c1, carrier_id, c2, false",
        "pvz_worker, pvz_id, p1, pvz_id, p1, true",
        "pvz_worker, pvz_id, p1, pvz_id, p2, false",
        "pvz_worker, pvz_id, p1, none, -, false",
        "guard, site_id, g1, site_id, g1, true",
        "guard, site_id, g1, site_id, g2, false",
        "agent, queues, q1, queue, q1, true",
        "agent, queues, q1, queue, q2, false",
        "operator, none, -, region, minsk, true",
        "operator, region, minsk, region, minsk, true",
        "operator, region, minsk, region, brest, false",
        "moderator, none, -, subject, me, true",
        "moderator, none, -, subject, you, false",
        "admin, none, -, none, -, true",
        "service, none, -, none, -, true",
        "analyst, none, -, none, -, false",
        "auditor, none, -, none, -, false",
        "guard_lead, none, -, none, -, false",
        "Admin, none, -, none, -, false",
        "superuser, none, -, none, -, false"
    })
    void decidesByConditionOfTheRole(
            String role, String claim, String value, String fact, String is, boolean permitted) {
        Principal principal = principal(role, Map.of(claim, List.of(value)));
        assertThat(TABLE.decide(principal, "thing.do", false, Map.of(fact, is)) instanceof Decision.Permit)
                .isEqualTo(permitted);
    }

    @Test
    void deniesAnEmptyFactToAnEmptyClaim() {
        Principal principal = principal("shop", Map.of("shop_id", List.of("")));
        assertThat(TABLE.decide(principal, "thing.do", false, Map.of("shop_id", "")))
                .isInstanceOf(Decision.Deny.class);
    }

    @Test
    void deniesUnknownActionsAndPeopleWithoutARole() {
        assertThat(TABLE.decide(principal("admin", Map.of()), "thing.other", false, Map.of()))
                .isEqualTo(new Decision.Deny(Decision.Reason.NO_POLICY));
        assertThat(TABLE.decideRole(Principal.ANONYMOUS, "thing.do", false))
                .isEqualTo(new Decision.Deny(Decision.Reason.ROLE));
    }

    @Test
    void letsTheAuditorReadWhatIsNotHidden() {
        Principal auditor = principal("auditor", Map.of());
        assertThat(TABLE.decideRole(auditor, "thing.do", true)).isInstanceOf(Decision.Permit.class);
        assertThat(TABLE.decideRole(auditor, "thing.do", false)).isInstanceOf(Decision.Deny.class);
        assertThat(TABLE.decideRole(auditor, "thing.hidden", true)).isInstanceOf(Decision.Deny.class);
    }

    @Test
    void joinsTheRolesOfOnePerson() {
        Principal both = new Principal("me", Set.of("shop", "admin"), Map.of("shop_id", List.of("s1")), "jti");
        assertThat(TABLE.decide(both, "thing.do", false, Map.of("shop_id", "s2")))
                .isInstanceOf(Decision.Permit.class);
    }

    @Test // S-050
    void hidesRowsFromScopedRolesAndTellsStaff() {
        List<String> denied = new ArrayList<>();
        Policies policies = new Policies(List.of(new Things("policy/things.json")), denied::add);
        HttpRoute read = new HttpRoute("GET", "/things/{id}", "thing.read", 0, Set.of());
        Access shop = policies.access("things", read, principal("shop", Map.of("shop_id", List.of("s1"))));
        Access admin = policies.access("things", read, principal("admin", Map.of()));

        assertThat(shop.denied(Map.of("shop_id", "s1"), "THING")).isEmpty();
        assertThat(shop.denied(Map.of("shop_id", "s2"), "THING").orElseThrow().code())
                .isEqualTo("THING_NOT_FOUND");
        assertThat(admin.denied(Map.of("shop_id", "s2"), "THING").orElseThrow().kind())
                .isEqualTo(Rejection.Kind.FORBIDDEN);
        assertThat(denied).containsExactly("thing.read", "thing.read");
    }

    @Test
    void refusesUnknownRolesAndConditions() {
        assertThatThrownBy(() -> PolicyTable.parse("p", "{\"a\":{\"boss\":\"any\"}}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("unknown role boss");
        assertThatThrownBy(
                        () -> PolicyTable.parse("p", "{\"a\":{\"admin\":\"maybe\"}}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("unknown condition maybe");
        assertThatThrownBy(() -> PolicyTable.load("policy/nowhere.json")).hasMessageContaining("policy/nowhere.json");
    }

    @Test // S-051
    void findsGapsBetweenRoutesAndPolicy() {
        assertThat(Policies.gaps(new Things("policy/things.json")))
                .containsExactly(
                        "things: action thing.unknown has no policy entry",
                        "things: policy entry thing.break has no route",
                        "things: policy entry thing.close has no route",
                        "things: policy entry thing.create has no route");
    }

    private record Things(String policyResource) implements FunctionModule {

        @Override
        public String name() {
            return "things";
        }

        @Override
        public List<FunctionSpec> functions() {
            return List.of(
                    FunctionSpec.<String>query(
                            "a", "/a", "thing.read", Set.of(), services -> context -> Mono.just(Outcome.ok("a"))),
                    FunctionSpec.<String>query(
                            "b", "/b", "thing.unknown", Set.of(), services -> context -> Mono.just(Outcome.ok("b"))),
                    FunctionSpec.<String>query(
                            "c", "/c", HttpRoute.PUBLIC, Set.of(), services -> context -> Mono.just(Outcome.ok("c"))));
        }
    }
}
