package by.belparcel.eventing.edge;

import static by.belparcel.eventing.edge.HttpConventionsIT.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LifecycleIT {

    private static EdgeConfig config(String... environment) {
        Map<String, String> all = new java.util.HashMap<>(Map.of("PORT", "0", "LOG_LEVEL", "ERROR"));
        for (int i = 0; i < environment.length; i += 2) {
            all.put(environment[i], environment[i + 1]);
        }
        return EdgeConfig.from(all);
    }

    private static FunctionServer start(ThingsFunctions things, EdgeConfig config) {
        return FunctionServer.start(
                EdgeRuntime.open(config), List.of(things), (tx, events) -> reactor.core.publisher.Mono.empty());
    }

    @Test
    void buildsOnlyTheSelectedFunctions() {
        ThingsFunctions things = new ThingsFunctions();
        FunctionServer server = start(things, config("FUNCTIONS", "noteThing, tickThings"));
        try {
            assertThat(things.built).hasValue(0);
        } finally {
            server.stop();
        }
    }

    @Test
    void refusesUnknownFunctionsByName() {
        assertThatThrownBy(() -> start(new ThingsFunctions(), config("FUNCTIONS", "noteThing,noSuchThing")))
                .hasMessageContaining("noSuchThing")
                .hasMessageContaining("makeThing");
    }

    @Test // S-010
    void needsASecretForHttpFunctionsAndNoneForEvents() {
        assertThatThrownBy(() -> start(new ThingsFunctions(), config("FUNCTIONS", "makeThing")))
                .hasMessageContaining("AUTH_HS256SECRET is missing");
        start(new ThingsFunctions(), config("FUNCTIONS", "tickThings")).stop();
    }

    @Test // H-60, H-63, H-64, S-176
    void answersProbesFromMemory() {
        try (TestEdge edge = TestEdge.start()) {
            HttpResponse<String> health = edge.get("/healthz");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.headers().firstValue("cache-control")).hasValue("no-store");
            assertThat(edge.get("/livez").statusCode()).isEqualTo(200);
            HttpResponse<String> ready = edge.get("/readyz");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(json(ready).get("checks").get("db").get("status").asString())
                    .isIn("unknown", "up");
            edge.get("/none");
            String metrics = edge.get("/metrics").body();
            assertThat(metrics)
                    .doesNotContain("healthz")
                    .doesNotContain("readyz")
                    .contains("http_server_request_duration_seconds_count");
            assertThat(edge.send("POST", "/healthz", "x").statusCode()).isEqualTo(405);
        }
    }

    @Test // H-60: the database is away, the process is not
    void becomesUnreadyWithoutItsDatabase() throws IOException {
        int closed;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (TestEdge edge = TestEdge.start("DB_DSN", "postgres://a:b@127.0.0.1:" + closed + "/c")) {
            assertThat(edge.get("/readyz").statusCode()).isEqualTo(200);
            HttpResponse<String> failed = edge.post("/open", "{}", "Content-Type", "application/json");
            assertThat(failed.statusCode()).as(failed.body()).isEqualTo(503);
            assertThat(failed.headers().firstValue("retry-after")).hasValue("1");
            assertThat(json(failed).get("code").asString()).isEqualTo("DEPENDENCY_UNAVAILABLE");
            await(() -> edge.get("/readyz").statusCode() == 503, Duration.ofSeconds(10));
            assertThat(edge.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test // H-62, R-64: a request in flight is finished
    void finishesRequestsInFlightWhenItStops() throws Exception {
        TestEdge edge = TestEdge.start();
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> edge.get("/waiting"));
        assertThat(edge.things.held.await(5, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> stopping =
                CompletableFuture.runAsync(() -> edge.server().stop());
        await(() -> refusesConnections(edge.port()), Duration.ofSeconds(5));
        assertThat(answer).isNotDone();
        edge.things.hold.countDown();
        assertThat(answer.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        stopping.get(10, TimeUnit.SECONDS);
    }

    @Test // S-081
    void closesASlowBodyAndServesOthersMeanwhile() throws Exception {
        try (TestEdge edge = TestEdge.start("BELPARCEL_EDGE_REQUEST_TIMEOUT", "PT0.7S")) {
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket("127.0.0.1", edge.port());
                OutputStream out = socket.getOutputStream();
                out.write(
                        ("POST /open HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            assertThat(edge.post("/open", "{}", "Content-Type", "application/json")
                            .statusCode())
                    .isEqualTo(201);
            for (Socket socket : slow) {
                socket.setSoTimeout(5_000);
                String answer = TestEdge.readAll(socket.getInputStream());
                assertThat(answer).startsWith("HTTP/1.1 408 ").contains("REQUEST_TIMEOUT");
                socket.close();
            }
            try (Socket silent = new Socket("127.0.0.1", edge.port())) {
                silent.setSoTimeout(5_000);
                assertThat(TestEdge.readAll(silent.getInputStream())).startsWith("HTTP/1.1 408 ");
            }
        }
    }

    @Test // while hints stay unanswered a late one goes at most every 250 ms, and each may bring one more
    void givesOneHintForManyCommitsAndWaitsForNone() throws Exception {
        AtomicInteger hints = new AtomicInteger();
        Semaphore answers = new Semaphore(1);
        HttpServer outbox = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outbox.createContext("/wake", exchange -> {
            hints.incrementAndGet();
            answers.acquireUninterruptibly();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        String url = "http://127.0.0.1:" + outbox.getAddress().getPort() + "/wake";
        outbox.setExecutor(Thread::startVirtualThread);
        outbox.start();
        try (TestEdge edge = TestEdge.start("OUTBOX_WAKE_URL", url)) {
            // The first one loads all that is slow, and its hint is answered.
            open(edge);
            await(() -> answered(edge, 1), Duration.ofSeconds(10));
            long start = System.nanoTime();
            open(edge);
            await(() -> hints.get() == 2, Duration.ofSeconds(10));
            for (int i = 0; i < 9; i++) {
                open(edge);
            }
            long late = (System.nanoTime() - start) / 250_000_000;
            assertThat(edge.commits).hasValue(11);
            assertThat(hints.get() - 1).as("not answered").isBetween(1, (int) (1 + late));
            answers.release(1_000);
            await(() -> hints.get() > 2 && answered(edge, hints.get()), Duration.ofSeconds(10));
            assertThat(hints.get() - 1).as("of ten commits").isBetween(2, (int) (2 * (1 + late)));
        } finally {
            answers.release(1_000);
            outbox.stop(0);
        }
    }

    private static void open(TestEdge edge) {
        assertThat(edge.post("/open", "{}", "Content-Type", "application/json").statusCode())
                .isEqualTo(201);
    }

    private static boolean answered(TestEdge edge, int hints) {
        return edge.get("/metrics").body().contains("belparcel_wake_hints_total{result=\"ok\"} " + hints + "\n");
    }

    @Test // section 17: spans leave over OTLP, also those of the first request
    void exportsSpansOverOtlp() throws Exception {
        List<String> bodies = new java.util.concurrent.CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            TestEdge edge = TestEdge.start(
                    "OTLP_ENDPOINT",
                    "http://127.0.0.1:" + collector.getAddress().getPort());
            edge.post("/open", "{}", "Content-Type", "application/json");
            edge.close();
            await(() -> bodies.stream().anyMatch(body -> body.contains("POST /open")), Duration.ofSeconds(5));
            assertThat(bodies).allSatisfy(body -> assertThat(body).doesNotContain("eyJ"));
        } finally {
            collector.stop(0);
        }
    }

    private static boolean refusesConnections(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return !socket.isConnected();
        } catch (IOException e) {
            return true;
        }
    }

    private static void await(java.util.function.BooleanSupplier condition, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }
}
