package by.belparcel.pvzcli.contract;

import by.belparcel.eventing.edge.EdgeConfig;
import by.belparcel.eventing.edge.EdgeRuntime;
import by.belparcel.eventing.edge.FunctionServer;
import by.belparcel.eventing.grpc.GrpcContract;
import by.belparcel.eventing.grpc.GrpcFace;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Tokens;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.kernel.VerificationTokens;
import by.belparcel.pickuppoints.PickupPointsFunctions;
import by.belparcel.pvz.v1.AcceptOrderRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pick-up points A, B and F behind one HTTP server and one gRPC server, on one database whose clock the test sets. */
final class Network implements AutoCloseable {

    private static final String VERIFICATION_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY";
    private static final String CLOCK = """
            create schema clock;
            create table clock.frozen (at timestamptz not null);
            create function clock.now() returns timestamptz language sql stable
                as 'select coalesce((select max(at) from clock.frozen), pg_catalog.now())'
            """;

    private final TestDatabase database;
    private final EdgeRuntime runtime;
    private final FunctionServer http;
    private final GrpcFace grpc;
    final HttpFace httpFace;
    final GrpcClientFace grpcFace;
    final CommandLineFace commandLineFace;

    /** @param settings further settings as environment variables */
    Network(TestDatabase database, Map<String, String> settings) {
        this.database = database;
        for (String point : List.of("A", "B", "F")) {
            database.execute("""
                    insert into pickup_points.point (
                        id, code, version, name, address, region, lat, lng, status, capacity_parcels, max_parcel_g, updated_at)
                    values (?::uuid, ?, 1, 'Point', 'Street 1, Minsk', 'MINSK', 53.9, 27.56, 'OPEN', 5000, 30000, now())
                    on conflict do nothing
                    """, point(point), point);
        }
        List<FunctionModule> modules = List.of(new PickupPointsFunctions());
        FunctionHarness harness = FunctionHarness.of(
                database, modules.getFirst(), Map.of("BELPARCEL_PICKUP_VERIFICATION_KEY", VERIFICATION_KEY));
        Map<String, String> environment = new HashMap<>(Map.of(
                "PORT", "0",
                "AUTH_HS256SECRET", "k7Qd0vTz3mWbX9sYfJ1hLr5uNcE8gAq2pKo4iRt6",
                "BELPARCEL_PICKUP_VERIFICATION_KEY", VERIFICATION_KEY,
                "BELPARCEL_EDGE_RATE_LIMITS", "off",
                "BELPARCEL_PVZ_RATE", "0",
                "LOG_LEVEL", "ERROR"));
        environment.putAll(settings);
        runtime = EdgeRuntime.on(EdgeConfig.from(environment), database.database());
        http = FunctionServer.start(runtime, modules, harness.machinery().outbox());
        EdgeRuntime behind = EdgeRuntime.on(GrpcFace.behind(environment), database.database());
        grpc = GrpcFace.start(
                environment,
                behind,
                FunctionServer.start(behind, modules, harness.machinery().outbox()),
                List.of(contract()));
        httpFace = new HttpFace(http.port());
        grpcFace = new GrpcClientFace(grpc.port());
        commandLineFace = new CommandLineFace(endpoint());
    }

    /** Where the application says it as well. */
    private static GrpcContract contract() {
        return new GrpcContract(
                AcceptOrderRequest.getDescriptor().getFile().findServiceByName("PvzService"),
                Map.of("ScrollOrders", Map.of("last_id", "0")),
                Map.of("ImportOrders", 10 * 1024 * 1024));
    }

    /** Puts a settable clock before the database's own: every connection that is opened afterwards finds it first. */
    static void withClock(TestDatabase database) {
        for (String statement : CLOCK.split(";", -1)) {
            database.execute(statement);
        }
        database.execute(
                "alter database " + database.dsn().database() + " set search_path = clock, pg_catalog, public");
    }

    void clock(Instant now) {
        database.execute("delete from clock.frozen");
        database.execute("insert into clock.frozen values (?::timestamptz)", now.toString());
    }

    List<Face> faces() {
        return List.of(httpFace, grpcFace, commandLineFace);
    }

    /** Where the command line is sent to. */
    String endpoint() {
        return "127.0.0.1:" + grpc.port();
    }

    String token(String point) {
        Principal worker = Principals.pvzWorker(point(point));
        return runtime.tokens()
                .issue(Tokens.Kind.ACCESS, worker, Duration.ofHours(1))
                .token();
    }

    static String point(String letter) {
        return "0190a001-0000-7000-8000-000000000" + Integer.toHexString(letter.charAt(0)) + "0";
    }

    /** Names of a scene that need the network: {@code {A}} a point, {@code {o1}} an order, {@code {v1}} its verification. */
    String name(String place, Scene scene) {
        if (place.length() == 1) {
            return point(place);
        }
        String order = new UUID(scene.base(), 0x8000_0000_0000_0000L | place.charAt(1)).toString();
        return switch (place.charAt(0) + place.substring(2)) {
            case "o" -> order;
            case "v" -> verification(order, "A", scene.zero().plusSeconds(600));
            case "vend" -> verification(order, "A", scene.zero());
            case "velsewhere" -> verification(order, "B", scene.zero().plusSeconds(600));
            default -> throw new IllegalArgumentException(place);
        };
    }

    private static String verification(String order, String point, Instant until) {
        return new VerificationTokens(VERIFICATION_KEY)
                .sign(new VerificationTokens.Verification(UUID.randomUUID().toString(), order, point(point), until));
    }

    /** Something that happened outside of the counter. */
    boolean arrange(String verb, Map<String, String> values) {
        switch (verb) {
            case "announce" ->
                database.execute(
                        """
                    insert into pickup_points.announced (
                        order_id, number, shop_id, pvz_id, client_ref, payment_method, price_kopecks, parcels, packaging, at)
                    values (?::uuid, 'BP-261120-' || ? || '-1', gen_random_uuid(), ?::uuid,
                        'c0ffee00-0000-7000-8000-000000000001', ?, 3001, '[{"no":1,"weight_g":1000}]', 'FILM', now())
                    """,
                        values.get("order_id"),
                        String.valueOf(values.get("order_id")).substring(0, 8).replaceAll("[a-f]", "1"),
                        point("A"),
                        values.getOrDefault("pay", "CARD_PREPAID"));
            case "stock" ->
                database.execute(
                        "update pickup_points.point set stock = ?::int, capacity_parcels = ?::int, fill_told = 'NONE' where id = ?::uuid",
                        values.get("used"),
                        values.get("capacity"),
                        values.get("pvz_id"));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** State of a parcel by its number, {@code absent} when there is none. */
    String state(String number) {
        List<String> states =
                database.texts("select state from pickup_points.parcel where external_ref = ?::bigint", number);
        return states.isEmpty() ? "absent" : states.getFirst();
    }

    @Override
    public void close() {
        grpcFace.close();
        grpc.stop();
        http.stop();
    }
}
