package by.belparcel.tracking.stream;

import by.belparcel.eventing.edge.EdgeConfig;
import by.belparcel.eventing.edge.EdgeRuntime;
import by.belparcel.eventing.edge.FunctionServer;
import by.belparcel.eventing.handling.Emitted;
import by.belparcel.eventing.handling.OutboxPort;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Tokens;
import by.belparcel.eventing.store.Dsn;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** One real instance of the stream, and what the ingest writes into the database. */
final class StreamBed implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final EdgeRuntime runtime;
    final FunctionServer server;
    final TestDatabase database;

    private StreamBed(TestDatabase database, Map<String, String> environment) {
        this.database = database;
        this.runtime = EdgeRuntime.open(EdgeConfig.from(environment));
        this.server = FunctionServer.start(runtime, List.of(new TrackingStreamFunctions()), new NoOutbox());
    }

    static StreamBed start(TestDatabase database, String... environment) {
        return new StreamBed(database, environment(database, environment));
    }

    static OutboxPort noOutbox() {
        return new NoOutbox();
    }

    static Map<String, String> environment(TestDatabase database, String... environment) {
        Dsn dsn = database.dsn();
        Map<String, String> all = new HashMap<>(Map.of(
                "PORT", "0",
                "AUTH_HS256SECRET", "k7Qd0vTz3mWbX9sYfJ1hLr5uNcE8gAq2pKo4iRt6",
                "DB_DSN",
                        "postgres://" + dsn.user() + ":" + dsn.password() + "@" + dsn.host() + ":" + dsn.port() + "/"
                                + dsn.database(),
                "BELPARCEL_EDGE_RATE_LIMITS", "off",
                "BELPARCEL_EDGE_ORIGINS", "https://panel.example",
                "BELPARCEL_EDGE_LIVE_REVOCATION_POLL", "PT0.2S",
                "ENVIRONMENT", "production",
                "LOG_LEVEL", "ERROR"));
        for (int i = 0; i < environment.length; i += 2) {
            all.put(environment[i], environment[i + 1]);
        }
        return all;
    }

    LiveSocket open(Principal principal) {
        return open(principal, "/ws/locations");
    }

    LiveSocket open(Principal principal, String path) {
        return LiveSocket.open(server.port(), path, ticket(principal));
    }

    LiveSocket resume(Principal principal, String cursor) {
        return open(principal, "/ws/locations?cursor=" + cursor);
    }

    /** A user of his own each time: nobody may have more than five connections. */
    LiveSocket openOperator(int number) {
        return open(Principals.of("operator", "operator-" + number, Map.of()));
    }

    String token(Principal principal) {
        return runtime.tokens()
                .issue(Tokens.Kind.ACCESS, principal, Duration.ofMinutes(5))
                .token();
    }

    String ticket(Principal principal) {
        HttpResponse<String> answer = post(token(principal));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + answer.body());
        }
        return by.belparcel.eventing.envelope.Json.mapper()
                .readTree(answer.body())
                .path("ticket")
                .asString();
    }

    HttpResponse<String> post(String token) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/locations/ws-ticket"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A trip in transit with a position. */
    void trip(String trip, String carrier, String... pvz) {
        database.execute(
                "insert into tracking.trip (trip_id, number, state, carrier_id, pvz_ids) values (?, ?, 'IN_TRANSIT', ?, ?::text[])",
                trip,
                "N-" + trip,
                carrier,
                "{" + String.join(",", Set.of(pvz)) + "}");
        database.execute("""
                insert into tracking.carrier_locations
                    (trip_id, carrier_id, lat, lng, accuracy_m, device_time, stored_time, fix_seq, updated_at, seq, watch)
                values (?, ?, 53.9, 27.56, 8, now(), now(), 0, now(), 0, '{}')""", trip, carrier);
    }

    /** The next position of a trip, as the ingest writes it: state and feed in one transaction. */
    void move(String trip, long seq) {
        database.execute("""
                with moved as (
                    update tracking.carrier_locations
                    set seq = ?, lat = 53.9 + ? / 10000.0, device_time = clock_timestamp(), updated_at = now()
                    where trip_id = ? returning *)
                insert into tracking.feed (kind, trip_id, payload)
                select 'position', trip_id, jsonb_build_object(
                    'lat', lat, 'lng', lng, 'accuracy', accuracy_m, 'seq', seq, 'phone', '+375291112233',
                    'device_time', to_char(device_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                from moved""", seq, seq, trip);
    }

    void feed(String kind, String trip, String payload) {
        database.execute(
                "insert into tracking.feed (kind, trip_id, payload) values (?, ?, ?::jsonb)", kind, trip, payload);
    }

    void clear() {
        database.execute("truncate tracking.feed, tracking.trip, tracking.carrier_locations, tracking.ws_ticket");
    }

    long metric(String name) {
        return runtime.metrics().value(name);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class NoOutbox implements OutboxPort {

        @Override
        public Mono<Void> append(Transaction tx, List<Emitted> events) {
            return Mono.empty();
        }

        @Override
        public void committed() {}
    }
}
