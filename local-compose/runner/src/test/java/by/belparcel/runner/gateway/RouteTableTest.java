package by.belparcel.runner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.runner.manifest.Key;
import by.belparcel.runner.manifest.Place;
import by.belparcel.runner.manifest.RouteManifest;
import by.belparcel.runner.manifest.RouteManifest.Backend;
import by.belparcel.runner.manifest.RouteManifest.Match;
import by.belparcel.runner.manifest.RouteManifest.PathType;
import by.belparcel.runner.manifest.RouteManifest.Rewrite;
import by.belparcel.runner.manifest.RouteManifest.Rule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RouteTableTest {

    private static final Place PLACE = new Place("routes.yaml", 1);
    private static final RouteManifest.Headers NONE = new RouteManifest.Headers(Map.of(), Map.of(), List.of());

    private final RouteTable table = RouteTable.of(List.of(
            route(
                    List.of(),
                    rule("panel", prefix("/")),
                    rule("orders", prefix("/orders")),
                    rule("orders-bulk", prefix("/orders/bulk/")),
                    rule("orders-root", exact("/orders")),
                    rule("reports", new Match(PathType.REGEX, "/r[0-9]+", null, List.of(), List.of())),
                    rule("writer", new Match(PathType.PREFIX, "/notes", "POST", List.of(), List.of())),
                    rule("reader", prefix("/notes")),
                    rule(
                            "beta",
                            new Match(
                                    PathType.PREFIX,
                                    "/notes",
                                    null,
                                    List.of(new RouteManifest.Value("x-beta", "on", false)),
                                    List.of()))),
            route(List.of("*.shop.by"), rule("shops", prefix("/"))),
            route(List.of("one.shop.by"), rule("one-shop", prefix("/")))));

    @ParameterizedTest
    @CsvSource({
        "localhost,       GET,  /,                panel",
        "localhost,       GET,  /anything/else,   panel",
        "localhost,       GET,  /orders,          orders-root",
        "localhost,       GET,  /orders/7,        orders",
        "localhost,       GET,  /orders-old,      panel",
        "localhost,       POST, /orders/bulk,     orders-bulk",
        "localhost,       POST, /orders/bulk/1,   orders-bulk",
        "localhost,       GET,  /orders/bulky,    orders",
        "localhost,       GET,  /r17,             panel",
        "localhost,       POST, /notes/1,         writer",
        "localhost,       GET,  /notes/1,         reader",
        "a.shop.by,       GET,  /orders,          shops",
        "one.shop.by,     GET,  /orders,          one-shop",
        "shop.by,         GET,  /orders,          orders-root",
    })
    void takesTheMostPreciseRule(String host, String method, String path, String service) {
        assertThat(find(host, method, path, Map.of())).isEqualTo(service);
    }

    @Test
    void prefersTheRuleWithMoreHeaders() {
        assertThat(find("localhost", "GET", "/notes/1", Map.of("x-beta", "on"))).isEqualTo("beta");
        assertThat(find("localhost", "GET", "/notes/1", Map.of("x-beta", "off")))
                .isEqualTo("reader");
    }

    @Test
    void findsNothingWithoutARule() {
        RouteTable orders = RouteTable.of(List.of(route(List.of(), rule("orders", prefix("/orders")))));
        assertThat(orders.find(question("localhost", "GET", "/", Map.of()))).isEmpty();
    }

    @Test
    void rewritesThePrefix() {
        Match match = prefix("/api");
        RouteTable.Hit hit = new RouteTable.Hit(
                new Rule(List.of(match), List.of(), NONE, NONE, null, new Rewrite(null, null, "/"), null, PLACE),
                match);
        assertThat(Target.uri(hit, "/api/orders", "a=1")).isEqualTo("/orders?a=1");
        assertThat(Target.uri(hit, "/api", "")).isEqualTo("/");
    }

    @Test
    void sharesByWeight() {
        List<Backend> backends = List.of(
                new Backend(new Key("belparcel", "a"), 1),
                new Backend(new Key("belparcel", "none"), 0),
                new Backend(new Key("belparcel", "b"), 2));
        assertThat(Target.backend(backends, total -> 0).orElseThrow().service().name())
                .isEqualTo("a");
        assertThat(Target.backend(backends, total -> 1).orElseThrow().service().name())
                .isEqualTo("b");
        assertThat(Target.backend(backends, total -> total - 1)
                        .orElseThrow()
                        .service()
                        .name())
                .isEqualTo("b");
        assertThat(Target.backend(List.of(), total -> 0)).isEmpty();
    }

    private @Nullable String find(String host, String method, String path, Map<String, String> headers) {
        return table.find(question(host, method, path, headers))
                .map(hit -> hit.rule().backends().getFirst().service().name())
                .orElse(null);
    }

    private static RouteTable.Question question(String host, String method, String path, Map<String, String> headers) {
        return new RouteTable.Question(host, method, path, headers::get, name -> null);
    }

    private static RouteManifest route(List<String> hosts, Rule... rules) {
        return new RouteManifest(new Key("belparcel", "routes"), hosts, List.of(rules), PLACE);
    }

    private static Rule rule(String service, Match match) {
        Backend backend = new Backend(new Key("belparcel", service), 1);
        return new Rule(List.of(match), List.of(backend), NONE, NONE, null, null, null, PLACE);
    }

    private static Match prefix(String path) {
        return new Match(PathType.PREFIX, path, null, List.of(), List.of());
    }

    private static Match exact(String path) {
        return new Match(PathType.EXACT, path, null, List.of(), List.of());
    }
}
