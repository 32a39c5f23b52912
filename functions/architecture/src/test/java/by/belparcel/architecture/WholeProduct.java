package by.belparcel.architecture;

import by.belparcel.app.Contexts;
import by.belparcel.embedded.EmbeddedPostgres;
import by.belparcel.eventing.edge.EdgeConfig;
import by.belparcel.eventing.edge.EdgeRuntime;
import by.belparcel.eventing.edge.FunctionServer;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Tokens;
import by.belparcel.eventing.migration.Migrator;
import by.belparcel.eventing.store.Dsn;
import by.belparcel.migrations.Migrate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** All HTTP functions in one process before a real database; their events go nowhere. */
final class WholeProduct implements AutoCloseable {

    private static final String KEY = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private final EmbeddedPostgres database;
    private final EdgeRuntime runtime;
    private final FunctionServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A function that is called over HTTP. @param roles that may call it at all */
    record Called(FunctionSpec function, Set<String> roles) {}

    private WholeProduct(EmbeddedPostgres database) {
        this.database = database;
        Map<String, String> environment = new HashMap<>(Map.of(
                "PORT", "0",
                "AUTH_HS256SECRET", "k7Qd0vTz3mWbX9sYfJ1hLr5uNcE8gAq2pKo4iRt6",
                "DB_DSN", database.dsn(),
                "REDPANDA_BROKERS", "127.0.0.1:1",
                "BELPARCEL_EDGE_RATE_LIMITS", "off",
                "BELPARCEL_PVZ_RATE", "0",
                "BELPARCEL_IDENTITY_BCRYPT_COST", "4",
                "LOG_LEVEL", "ERROR"));
        for (String key : List.of("ORDERS_CONTACT", "PICKUP_CODE", "PICKUP_VERIFICATION", "PAYMENTS_CALLBACK")) {
            environment.put("BELPARCEL_" + key + "_KEY", KEY);
        }
        runtime = EdgeRuntime.open(EdgeConfig.from(environment));
        server = FunctionServer.start(runtime, Contexts.all(), (tx, events) -> Mono.empty());
    }

    static WholeProduct start() {
        EmbeddedPostgres database = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary());
        Migrator migrator = new Migrator(Dsn.parse(database.dsn()));
        Migrate.SCHEMAS.forEach(migrator::migrate);
        return new WholeProduct(database);
    }

    List<Called> called() {
        List<Called> called = new ArrayList<>();
        for (FunctionModule context : Contexts.all()) {
            JsonNode policy = policy(context);
            for (FunctionSpec function : context.functions()) {
                HttpRoute route = Routes.of(function);
                if (route != null) {
                    Set<String> roles = route.action().equals(HttpRoute.PUBLIC)
                            ? Set.of()
                            : Set.copyOf(policy.get(route.action()).propertyNames());
                    called.add(new Called(function, roles));
                }
            }
        }
        return called;
    }

    /** Id of a new order. */
    String placeOrder() {
        String order = """
                {"shop_order_ref": "%s", "warehouse_id": "0190a000-0000-7000-8000-000000000001",
                 "pvz_id": "0190a001-0000-7000-8000-000000000001", "payment_method": "CARD_PREPAID",
                 "recipient": {"name": "Ivan", "phone": "+375291234567"}, "parcels": [{"weight_g": 1200}]}
                """.formatted(UUID.randomUUID());
        HttpResponse<String> answer = send("POST", "/orders", order, "application/json", "shop");
        return Json.mapper().readTree(answer.body()).path("id").asString("none");
    }

    /** @param role empty = without a token */
    HttpResponse<String> send(String method, String target, @Nullable String body, String accept, String role) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                .timeout(Duration.ofSeconds(30))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept", accept)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!role.isEmpty()) {
            request.header("Authorization", "Bearer " + token(role));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(target, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String token(String role) {
        Map<String, List<String>> claims = Map.of(
                "shop_id", List.of("0190a002-0000-7000-8000-000000000001"),
                "pvz_id", List.of("0190a001-0000-7000-8000-000000000001"),
                "carrier_id", List.of("0190a003-0000-7000-8000-000000000001"),
                "phone", List.of("+375291234567"));
        Principal principal = new Principal("0198c0de-0000-7000-8000-000000000007", Set.of(role), claims, null);
        return runtime.tokens()
                .issue(Tokens.Kind.ACCESS, principal, Duration.ofMinutes(5))
                .token();
    }

    private static JsonNode policy(FunctionModule context) {
        try (InputStream in = WholeProduct.class.getClassLoader().getResourceAsStream(context.policyResource())) {
            return Json.mapper().readTree(Objects.requireNonNull(in, context.policyResource()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
        client.close();
        database.close();
    }
}
