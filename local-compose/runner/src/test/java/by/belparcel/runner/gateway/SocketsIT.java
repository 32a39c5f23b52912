package by.belparcel.runner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.runner.manifest.Key;
import by.belparcel.runner.manifest.Place;
import by.belparcel.runner.manifest.RouteManifest;
import by.belparcel.runner.manifest.RouteManifest.Backend;
import by.belparcel.runner.manifest.RouteManifest.Match;
import by.belparcel.runner.manifest.RouteManifest.PathType;
import by.belparcel.runner.manifest.RouteManifest.Rule;
import by.belparcel.runner.serving.Bench;
import by.belparcel.runner.serving.ServiceSpec;
import by.belparcel.runner.serving.TinyFunction;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WebSockets as Knative carries them: requests in flight, spread over instances, cut in time. */
final class SocketsIT {

    private static final ServiceSpec.Scale TWO =
            new ServiceSpec.Scale(2, 2, 2, 70, Duration.ofSeconds(6), Duration.ZERO);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    private int port;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test // two instances share the sockets
    void spreadsSocketsOverInstances() {
        serve(TWO, Duration.ofSeconds(60), Duration.ofSeconds(60));
        Bench.until(() -> bench.status("sockets").scale() == 2);
        List<Talk> talks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            talks.add(talk(gateway()));
        }

        Map<String, Long> byProcess = talks.stream()
                .map(Talk::pid)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(byProcess.values()).containsExactly(5L, 5L);
        assertThat(bench.status("sockets").inFlight()).isEqualTo(10);
    }

    @Test // one process is killed
    void cutsTheSocketsOfAKilledInstanceAtOnceAndNoOthers() {
        serve(TWO, Duration.ofSeconds(60), Duration.ofSeconds(60));
        Bench.until(() -> bench.status("sockets").scale() == 2);
        List<Talk> talks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            talks.add(talk(gateway()));
        }
        Map<String, List<Talk>> byProcess = talks.stream().collect(Collectors.groupingBy(Talk::pid));
        String victim = talks.getFirst().pid();
        long start = System.nanoTime();
        assertThat(ProcessHandle.of(Long.parseLong(victim)).orElseThrow().destroyForcibly())
                .isTrue();
        List<Talk> lost = byProcess.getOrDefault(victim, List.of());

        lost.forEach(talk -> assertThat(talk.isOver()).isTrue());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        talks.stream().filter(talk -> !lost.contains(talk)).forEach(talk -> {
            assertThat(talk.closed).isNotDone();
            assertThat(talk.ask("still")).isEqualTo("echo still");
        });
        for (int i = 0; i < 6; i++) {
            assertThat(talk(gateway()).ask("back")).isEqualTo("echo back");
        }
        Bench.until(() -> bench.status("sockets").scale() == 2);
    }

    @Test // S#16169: a socket is a request in flight
    void keepsAnInstanceWhileASocketIsOpen() {
        serve(
                new ServiceSpec.Scale(0, 2, 1, 70, Duration.ofSeconds(1), Duration.ZERO),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60));
        Talk idle = talk(gateway());
        Talk other = talk(cluster());
        other.end();
        long start = System.nanoTime();
        Bench.until(() -> System.nanoTime() - start > TimeUnit.SECONDS.toNanos(4));
        assertThat(bench.status("sockets").scale()).isEqualTo(1);
        assertThat(idle.ask("there")).isEqualTo("echo there");
        idle.end();

        Bench.until(() ->
                bench.status("sockets").scale() == 0 && bench.status("sockets").inFlight() == 0);
    }

    @Test
    void startsMoreInstancesForMoreSockets() {
        serve(
                new ServiceSpec.Scale(0, 3, 1, 3, Duration.ofSeconds(6), Duration.ZERO),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60));
        for (int i = 0; i < 6; i++) {
            assertThat(talk(gateway()).ask("on")).isEqualTo("echo on");
        }

        Bench.until(() -> bench.status("sockets").scale() >= 2);
    }

    @ParameterizedTest // platform notes section 3: whichever is shorter, through the gateway and inside the cluster
    @CsvSource({"60, 2, true", "2, 60, true", "60, 2, false", "2, 60, false"})
    void cutsASocketAtTheShorterTimeout(int timeout, int responseStart, boolean throughGateway) {
        serve(ServiceSpec.Scale.defaults(), Duration.ofSeconds(timeout), Duration.ofSeconds(responseStart));
        assertThat(bench.status("sockets").requests()).isZero();
        Talk warm = talk(gateway());
        warm.end();
        long start = System.nanoTime();
        Talk talk = talk(throughGateway ? gateway() : cluster());
        assertThat(talk.ask("x")).isEqualTo("echo x");

        assertThat(talk.isOver()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(5));
        Bench.until(() -> bench.status("sockets").inFlight() == 0);
    }

    private void serve(ServiceSpec.Scale scale, Duration timeout, Duration responseStart) {
        bench.serving.add(new ServiceSpec(
                "belparcel",
                "sockets",
                true,
                TinyFunction.launch(folder, Map.of()),
                0,
                timeout,
                responseStart,
                scale,
                "/readyz",
                false));
        bench.serving.open();
        Place place = new Place("routes.yaml", 1);
        RouteManifest.Headers none = new RouteManifest.Headers(Map.of(), Map.of(), List.of());
        Rule rule = new Rule(
                List.of(new Match(PathType.PREFIX, "/", null, List.of(), List.of())),
                List.of(new Backend(new Key("belparcel", "sockets"), 1)),
                none,
                none,
                null,
                null,
                null,
                place);
        RouteManifest routes = new RouteManifest(new Key("belparcel", "routes"), List.of(), List.of(rule), place);
        HttpServer server = Gateway.open(bench.vertx, bench.serving, List.of(routes), "127.0.0.1", 0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        port = server.actualPort();
    }

    private URI gateway() {
        return URI.create("ws://127.0.0.1:" + port + "/ws");
    }

    private URI cluster() {
        return URI.create(bench.cluster("sockets", "/ws").toString().replace("http:", "ws:"));
    }

    private Talk talk(URI uri) {
        Talk talk = new Talk();
        talk.socket = bench.http
                .newWebSocketBuilder()
                .buildAsync(uri, talk)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        return talk;
    }

    private static final class Talk implements WebSocket.Listener {

        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
        private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

        @SuppressWarnings("NullAway.Init")
        private WebSocket socket;

        private @Nullable String process;

        String pid() {
            if (process == null) {
                process = ask("pid");
            }
            return process;
        }

        String ask(String text) {
            socket.sendText(text, true).orTimeout(10, TimeUnit.SECONDS).join();
            try {
                String answer = said.poll(10, TimeUnit.SECONDS);
                if (answer == null) {
                    throw new AssertionError("no answer to " + text);
                }
                return answer;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        void end() {
            assertThat(socket.sendText("bye", true).join()).isSameAs(socket);
            assertThat(isOver()).isTrue();
        }

        boolean isOver() {
            return closed.orTimeout(15, TimeUnit.SECONDS).join();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            said.add(data.toString());
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(true);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(true);
        }
    }
}
