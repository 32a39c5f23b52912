package by.belparcel.eventing.edge;

import by.belparcel.embedded.EmbeddedPostgres;
import by.belparcel.eventing.handling.Emitted;
import by.belparcel.eventing.handling.OutboxPort;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Tokens;
import by.belparcel.eventing.migration.Migrator;
import by.belparcel.eventing.store.Dsn;
import by.belparcel.eventing.store.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** A real function process inside the test: real HTTP port, real PostgreSQL, an outbox that only remembers. */
public final class TestEdge implements AutoCloseable {

    public static final String SECRET = "k7Qd0vTz3mWbX9sYfJ1hLr5uNcE8gAq2pKo4iRt6";

    private static final class Postgres {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            new Migrator(Dsn.parse(server.dsn())).migrate("eventing");
            return server;
        }
    }

    final ThingsFunctions things = new ThingsFunctions();
    public final List<Emitted> emitted = new CopyOnWriteArrayList<>();
    public final AtomicInteger commits = new AtomicInteger();
    public final EdgeRuntime runtime;
    private final FunctionServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestEdge(Map<String, String> environment) {
        this.runtime = EdgeRuntime.open(EdgeConfig.from(environment));
        this.server = FunctionServer.start(runtime, List.of(things), new Remembering());
    }

    public static TestEdge start(String... environment) {
        Map<String, String> all = new HashMap<>(Map.of(
                "PORT", "0",
                "AUTH_HS256SECRET", SECRET,
                "DB_DSN", Postgres.SERVER.dsn(),
                "BELPARCEL_EDGE_RATE_LIMITS", "off",
                "LOG_LEVEL", "ERROR"));
        for (int i = 0; i < environment.length; i += 2) {
            all.put(environment[i], environment[i + 1]);
        }
        return new TestEdge(all);
    }

    public int port() {
        return server.port();
    }

    FunctionServer server() {
        return server;
    }

    /** A valid access token. */
    public String token(String role, String... claims) {
        Map<String, List<String>> scopes = new HashMap<>();
        for (int i = 0; i < claims.length; i += 2) {
            scopes.put(claims[i], List.of(claims[i + 1]));
        }
        Principal principal = new Principal("subject-1", Set.of(role), scopes, null);
        return runtime.tokens()
                .issue(Tokens.Kind.ACCESS, principal, Duration.ofMinutes(15))
                .token();
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** A command with token, key and JSON content type. */
    public HttpResponse<String> command(String path, String body, String role) {
        return post(
                path,
                body,
                "Authorization",
                "Bearer " + token(role, "shop_id", "shop-1"),
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Content-Type",
                "application/json");
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(10))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes as they are and reads until the server closes the connection or falls silent for two seconds. */
    public String raw(String request) {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(2_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return readAll(socket.getInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String readAll(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                answer.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        } catch (java.net.SocketTimeoutException silent) {
            return answer.toString();
        }
        return answer.toString();
    }

    public static EmbeddedPostgres postgres() {
        return Postgres.SERVER;
    }

    @Override
    public void close() {
        things.hold.countDown();
        server.stop();
    }

    private final class Remembering implements OutboxPort {

        @Override
        public Mono<Void> append(Transaction tx, List<Emitted> events) {
            return Mono.fromRunnable(() -> emitted.addAll(events));
        }

        @Override
        public void committed() {
            commits.incrementAndGet();
        }
    }
}
