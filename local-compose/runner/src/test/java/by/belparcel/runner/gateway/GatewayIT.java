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
import by.belparcel.runner.serving.Bench;
import by.belparcel.runner.serving.ServiceSpec;
import by.belparcel.runner.serving.TinyFunction;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GatewayIT {

    private static final Place PLACE = new Place("routes.yaml", 1);
    private static final RouteManifest.Headers NONE = new RouteManifest.Headers(Map.of(), Map.of(), List.of());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    private int port;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
        bench.serving.add(service("tiny", true, null, false));
        bench.serving.add(service("tiny-events", false, null, false));
        bench.serving.add(service("sockets", true, Duration.ofSeconds(3), false));
        bench.serving.add(service("h2", true, null, true));
        RouteManifest routes = new RouteManifest(
                new Key("belparcel", "routes"),
                List.of(),
                List.of(
                        rule("tiny", "/", null),
                        rule("tiny-events", "/events", null),
                        rule("tiny", "/api", "/"),
                        rule("h2", "/h2", "/"),
                        rule("sockets", "/ws", null)),
                PLACE);
        HttpServer server = Gateway.open(bench.vertx, bench.serving, List.of(routes), "127.0.0.1", 0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        port = server.actualPort();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void passesRequestsOnWithForwardedHeaders() throws Exception {
        HttpResponse<String> answer = bench.http.send(
                HttpRequest.newBuilder(uri("http", "/api/echo?a=%20b"))
                        .header("X-Forwarded-For", "10.0.0.1")
                        .POST(HttpRequest.BodyPublishers.ofString("hello"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(answer.headers().firstValue("X-Seen-For")).contains("10.0.0.1, 127.0.0.1");
        assertThat(answer.headers().firstValue("X-Seen-Host")).contains("127.0.0.1:" + port);
        assertThat(answer.headers().firstValue("X-Seen-Uri")).contains("/echo?a=%20b");
    }

    @Test
    void doesNotReachClusterLocalServices() throws Exception {
        assertThat(bench.get(uri("http", "/events/anything")).statusCode()).isEqualTo(404);
        assertThat(bench.status("tiny-events").requests()).isZero();
        assertThat(bench.get(bench.cluster("tiny-events", "/pid")).statusCode()).isEqualTo(200);
    }

    @Test
    void answers404WithoutAService() throws Exception {
        assertThat(bench.get(uri("http", "/unknown")).statusCode()).isEqualTo(404);
        assertThat(bench.get(bench.cluster("nobody", "/")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest // S-138, H-20: refused once, as a problem, and the connection ends
    @CsvSource({
        "Content-Length: 4\\r\\nContent-Length: 5, 400",
        "Content-Length: 4\\r\\nTransfer-Encoding: chunked, 400",
        "Content-Length: 4x, 400",
        "Transfer-Encoding: xchunked, 400",
        "Transfer-Encoding : chunked, 400",
        "X-Long: LONG, 431",
    })
    void refusesWhatIsNoRequest(String headers, int status) throws Exception {
        String lines = headers.replace("\\r\\n", "\r\n").replace("LONG", "x".repeat(40_000));

        String answer = raw(
                "POST /echo HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n\r\n0\r\n\r\nGET /pid HTTP/1.1\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).containsIgnoringCase("application/problem+json");
        assertThat(answer.split("HTTP/1\\.1 ", -1)).as("one answer").hasSize(2);
        assertThat(bench.status("tiny").requests()).isZero();
    }

    @Test
    void refusesATooLongAddress() throws Exception {
        assertThat(raw("GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .contains(" 414 ")
                .containsIgnoringCase("application/problem+json");
    }

    @Test
    void upgradesNoRequestButAGet() throws Exception {
        String answer = raw(
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nContent-Length: 5\r\n\r\nhello");

        assertThat(answer).startsWith("HTTP/1.1 400").containsIgnoringCase("application/problem+json");
    }

    /** Everything that comes until the server closes or is silent for two seconds. */
    private String raw(String request) throws IOException {
        StringBuilder answer = new StringBuilder();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            byte[] part = new byte[4096];
            socket.setSoTimeout(20_000);
            for (int n = socket.getInputStream().read(part);
                    n >= 0;
                    n = socket.getInputStream().read(part)) {
                answer.append(new String(part, 0, n, StandardCharsets.ISO_8859_1));
                socket.setSoTimeout(2_000);
            }
        } catch (SocketException | SocketTimeoutException silent) {
            // What came before is the answer.
        }
        return answer.toString();
    }

    @Test
    void carriesWebSocketsAndCountsThemAsInFlight() throws Exception {
        Talk talk = new Talk();
        WebSocket socket = bench.http
                .newWebSocketBuilder()
                .buildAsync(uri("ws", "/ws"), talk)
                .get(20, TimeUnit.SECONDS);
        socket.sendText("one", true).join();
        assertThat(talk.said.poll(10, TimeUnit.SECONDS)).isEqualTo("echo one");
        assertThat(bench.status("sockets").inFlight()).isEqualTo(1);
        socket.sendText("bye", true).join();
        assertThat(talk.closed.get(10, TimeUnit.SECONDS)).isTrue();
        Bench.until(() -> bench.status("sockets").inFlight() == 0);
    }

    @Test
    void cutsAWebSocketAfterTheResponseStartTimeoutAsKnativeDoes() throws Exception {
        Talk talk = new Talk();
        WebSocket socket = bench.http
                .newWebSocketBuilder()
                .buildAsync(uri("ws", "/ws"), talk)
                .get(20, TimeUnit.SECONDS);
        assertThat(socket.isInputClosed()).isFalse();
        assertThat(talk.closed.get(10, TimeUnit.SECONDS)).isTrue();
        Bench.until(() -> bench.status("sockets").inFlight() == 0);
    }

    @Test
    void speaksH2cOnBothSides() throws Exception {
        var client = bench.vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        String seen = client.request(HttpMethod.POST, port, "127.0.0.1", "/h2/echo")
                .compose(request -> request.send("over h2"))
                .compose(response -> response.body()
                        .map(body -> response.version() + " " + response.statusCode() + " " + body + " "
                                + response.getHeader("X-Seen-Host")))
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        assertThat(seen).isEqualTo("HTTP_2 200 over h2 127.0.0.1:" + port);
    }

    private URI uri(String scheme, String path) {
        return URI.create(scheme + "://127.0.0.1:" + port + path);
    }

    private ServiceSpec service(String name, boolean isPublic, @Nullable Duration responseStart, boolean h2c) {
        return new ServiceSpec(
                "belparcel",
                name,
                isPublic,
                TinyFunction.launch(folder, Map.of()),
                0,
                Duration.ofSeconds(60),
                responseStart,
                ServiceSpec.Scale.defaults(),
                "/readyz",
                h2c);
    }

    private static Rule rule(String service, String prefix, @Nullable String rewrite) {
        Match match = new Match(PathType.PREFIX, prefix, null, List.of(), List.of());
        Backend backend = new Backend(new Key("belparcel", service), 1);
        return new Rule(
                List.of(match),
                List.of(backend),
                NONE,
                NONE,
                null,
                rewrite == null ? null : new Rewrite(null, null, rewrite),
                null,
                PLACE);
    }

    private static final class Talk implements WebSocket.Listener {

        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
        private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            said.add(data.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(true);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(true);
        }
    }
}
