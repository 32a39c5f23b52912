package by.belparcel.console;

import by.belparcel.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The life of a few orders against one process that serves all functions: places them and delivers every event it logs. */
final class OrderLife {

    private static final int ORDERS = 6;
    private static final int ROUNDS = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final String UNDELIVERED = """
            select s.consumer, o.event_id, o.source, o.type, o.aggregate_id, o.aggregate_version, o.correlation_id,
                o.causation_id, o.actor, o.created_at, o.data::text, o.attributes::text
            from eventing.outbox o join operations.subscriptions s on s.event_type = o.type and o.attributes @> s.attributes
            order by o.seq""";

    private final String address;
    private final String token;
    private final EmbeddedPostgres postgres;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> delivered = new HashSet<>();

    OrderLife(String address, String token, EmbeddedPostgres postgres) {
        this.address = address;
        this.token = token;
        this.postgres = postgres;
    }

    void live() throws IOException, InterruptedException {
        String last = "";
        for (int number = 0; number < ORDERS; number++) {
            HttpResponse<String> placed = send("POST", "/orders", DemoOrders.order("train", number), "train-" + number);
            if (placed.statusCode() != 201) {
                throw new IllegalStateException("POST /orders answered " + placed.statusCode() + " " + placed.body());
            }
            last = JsonMapper.builder()
                    .build()
                    .readTree(placed.body())
                    .path("id")
                    .asString();
        }
        deliverAll();
        for (String path : new String[] {
            "/orders?limit=5",
            "/orders/" + last,
            "/orders/" + last + "/workflow",
            "/orders/" + last + "/payment",
            "/orders/" + last + "/timeline",
            "/references/pvz?limit=5",
            "/dead-letters",
            "/healthz",
            "/metrics",
            "/nowhere"
        }) {
            send("GET", path, null, null);
        }
        send("POST", "/orders/" + last + "/cancel", "{\"reason_code\": \"SHOP\"}", "train-cancel");
        send("POST", "/events/drain-outbox", "", null);
        send("POST", "/events/dispatch-timers", "", null);
        deliver();
        send("POST", "/events/drain-outbox", "", null);
    }

    /** Every event of the log to its consumers, and what they emit, until the chain has come to its end. */
    void deliverAll() throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            deliver();
        }
    }

    private void deliver() throws IOException, InterruptedException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(UNDELIVERED)) {
            while (rows.next()) {
                if (delivered.add(rows.getString(1) + rows.getString(2))) {
                    deliver(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void deliver(ResultSet row) throws SQLException, IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/events/" + kebab(row.getString(1))))
                .timeout(TIMEOUT)
                .header("content-type", "application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", row.getString(2))
                .header("ce-source", row.getString(3))
                .header("ce-type", row.getString(4))
                .header("ce-subject", row.getString(5))
                .header("ce-partitionkey", row.getString(5))
                .header("ce-sequence", String.format(Locale.ROOT, "%010d", row.getLong(6)))
                .header("ce-correlationid", row.getString(7))
                .header("ce-causationid", row.getString(8))
                .header("ce-actor", row.getString(9))
                .header("ce-time", row.getTimestamp(10).toInstant().toString())
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .POST(HttpRequest.BodyPublishers.ofString(row.getString(11)))
                .build();
        http.send(request, HttpResponse.BodyHandlers.discarding());
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, @Nullable String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
        if (body != null && !body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
