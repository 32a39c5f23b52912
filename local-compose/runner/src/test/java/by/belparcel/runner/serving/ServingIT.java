package by.belparcel.runner.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServingIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void holdsTheFirstRequestsUntilAnInstanceIsReadyAndCountsOneColdStart() throws Exception {
        bench.serving.add(spec("tiny", 0, 1, Duration.ofSeconds(60), Map.of()));
        assertThat(bench.status("tiny").scale()).isZero();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(bench.getLater(bench.cluster("tiny", "/pid")));
        }
        Set<String> pids = new HashSet<>();
        for (CompletableFuture<HttpResponse<String>> each : answers) {
            assertThat(each.join().statusCode()).isEqualTo(200);
            pids.add(each.join().body());
        }
        assertThat(pids).hasSize(1);
        ServiceStatus status = bench.status("tiny");
        assertThat(status.scale()).isEqualTo(1);
        assertThat(status.coldStarts()).isEqualTo(1);
        assertThat(status.lastColdMillis()).isPositive();
        assertThat(bench.get(bench.cluster("tiny", "/pid")).statusCode()).isEqualTo(200);
        assertThat(bench.status("tiny").coldStarts()).isEqualTo(1);
    }

    @Test
    void goesBackToZeroAfterTheWindowAndStartsAgain() throws Exception {
        bench.serving.add(spec("tiny", 0, 1, Duration.ofSeconds(1), Map.of()));
        String first = bench.get(bench.cluster("tiny", "/pid")).body();
        ProcessHandle process = ProcessHandle.of(Long.parseLong(first)).orElseThrow();
        Bench.until(() -> bench.status("tiny").instances().isEmpty());
        assertThat(process.isAlive()).isFalse();
        assertThat(bench.status("tiny").crashes()).isZero();
        assertThat(bench.get(bench.cluster("tiny", "/pid")).body()).isNotEqualTo(first);
        assertThat(bench.status("tiny").coldStarts()).isEqualTo(2);
    }

    @Test
    void finishesWhatIsInFlightBeforeItShrinks() throws Exception {
        bench.serving.add(spec("tiny", 0, 1, Duration.ofMillis(600), Map.of()));
        bench.get(bench.cluster("tiny", "/pid"));
        HttpResponse<String> slow = bench.get(bench.cluster("tiny", "/slow?ms=2500"));
        assertThat(slow.body()).isEqualTo("slow");
    }

    @Test
    void refusesWhatOverflowsTheQueueOfTenTimesTheConcurrency() throws Exception {
        bench.serving.add(spec("narrow", 1, 1, Duration.ofSeconds(60), Map.of()));
        bench.get(bench.cluster("narrow", "/pid"));
        CompletableFuture<HttpResponse<String>> held = bench.getLater(bench.cluster("narrow", "/tiny.Echo/Wait"));
        Bench.until(() -> bench.status("narrow").inFlight() == 1);
        List<CompletableFuture<HttpResponse<String>>> queued = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            queued.add(bench.getLater(bench.cluster("narrow", "/pid")));
        }
        Bench.until(() -> bench.status("narrow").queued() == 10);
        for (int i = 0; i < 4; i++) {
            assertThat(bench.get(bench.cluster("narrow", "/pid")).statusCode()).isEqualTo(503);
        }
        assertThat(held).isNotDone();
        assertThat(held.cancel(true)).isTrue();
        queued.forEach(each -> assertThat(each.join().statusCode()).isEqualTo(200));
    }

    @Test
    void addsInstancesUnderLoad() {
        bench.serving.add(new ServiceSpec(
                "belparcel",
                "wide",
                true,
                TinyFunction.launch(folder, Map.of()),
                2,
                Duration.ofSeconds(60),
                null,
                new ServiceSpec.Scale(0, 3, 1, 1.4, Duration.ofSeconds(6), Duration.ZERO),
                "/readyz",
                false));
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            answers.add(bench.getLater(bench.cluster("wide", "/slow?ms=1500")));
        }
        Bench.until(() -> bench.status("wide").scale() == 3);
        answers.forEach(each -> assertThat(each.join().statusCode()).isEqualTo(200));
        assertThat(bench.status("wide").coldStarts()).isEqualTo(1);
    }

    @Test
    void answers502ToWhatACrashTookAlongAndServesTheRestFromANewInstance() throws Exception {
        bench.serving.add(spec("tiny", 1, 1, Duration.ofSeconds(60), Map.of()));
        String before = bench.get(bench.cluster("tiny", "/pid")).body();
        CompletableFuture<HttpResponse<String>> slow = bench.getLater(bench.cluster("tiny", "/slow?ms=20000"));
        Bench.until(() -> bench.status("tiny").inFlight() == 1);
        CompletableFuture<HttpResponse<String>> waiting = bench.getLater(bench.cluster("tiny", "/pid"));
        Bench.until(() -> bench.status("tiny").queued() == 1);
        assertThat(ProcessHandle.of(Long.parseLong(before)).orElseThrow().destroyForcibly())
                .isTrue();
        assertThat(slow.join().statusCode()).isEqualTo(502);
        assertThat(waiting.join().statusCode()).isEqualTo(200);
        assertThat(waiting.join().body()).isNotEqualTo(before);
        assertThat(bench.status("tiny").crashes()).isEqualTo(1);
    }

    @Test
    void saysWhyAServiceDoesNotStart() throws Exception {
        bench.serving.add(spec("broken", 0, 1, Duration.ofSeconds(60), Map.of("FAIL", "1")));
        HttpResponse<String> answer = bench.get(bench.cluster("broken", "/pid"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("cannot start: FAIL is set");
    }

    @Test
    void answers504AfterTheTimeoutsOfTheService() throws Exception {
        bench.serving.add(new ServiceSpec(
                "belparcel",
                "tiny",
                true,
                TinyFunction.launch(folder, Map.of()),
                0,
                Duration.ofSeconds(60),
                Duration.ofSeconds(2),
                ServiceSpec.Scale.defaults(),
                "/readyz",
                false));
        assertThat(bench.get(bench.cluster("tiny", "/slow?ms=10000")).statusCode())
                .isEqualTo(504);
        assertThat(bench.get(bench.cluster("tiny", "/slow?ms=10")).statusCode()).isEqualTo(200);
        Bench.until(() -> bench.status("tiny").inFlight() == 0);
    }

    @Test
    void letsTheSenderSeeAnEarlyAnswerToALargeBody() throws Exception {
        bench.serving.add(spec("tiny", 0, 1, Duration.ofSeconds(60), Map.of()));
        HttpResponse<String> answer = post(bench.cluster("tiny", "/too-large"), "x".repeat(700_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(post(bench.cluster("tiny", "/echo"), "y".repeat(700_000)).body())
                .hasSize(700_000);
    }

    @Test
    void sendsWithoutASocketBetween() {
        bench.serving.add(spec("tiny", 0, 1, Duration.ofSeconds(60), Map.of()));
        ClusterNetwork.Reply reply = bench.serving
                .network()
                .post(
                        URI.create("http://tiny.belparcel.svc.cluster.local/echo?a=1"),
                        Map.of("ce-id", "1"),
                        "hello".getBytes(StandardCharsets.UTF_8),
                        Duration.ofSeconds(20))
                .join();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        assertThat(reply.headers())
                .containsEntry("x-seen-uri", "/echo?a=1")
                .containsEntry("x-seen-service", "tiny")
                .containsEntry("x-seen-host", "tiny.belparcel.svc.cluster.local");
        CompletableFuture<ClusterNetwork.Reply> unknown = bench.serving
                .network()
                .post(
                        URI.create("http://none.belparcel.svc.cluster.local/"),
                        Map.of(),
                        new byte[0],
                        Duration.ofSeconds(5));
        assertThat(unknown).isCompletedExceptionally();
    }

    @Test
    void addsLittleToAWarmRequest() throws Exception {
        bench.serving.add(spec("tiny", 0, 1, Duration.ofSeconds(60), Map.of()));
        bench.get(bench.cluster("tiny", "/pid"));
        URI direct = URI.create("http://127.0.0.1:"
                + bench.status("tiny").instances().getFirst().port() + "/pid");
        URI proxied = bench.cluster("tiny", "/pid");
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            least = Math.min(least, added(proxied, direct));
        }
        assertThat(Duration.ofNanos(least)).isLessThan(Duration.ofMillis(2));
    }

    /** Difference of the medians of requests that alternate: what slows the machine down slows both. */
    private long added(URI proxied, URI direct) throws Exception {
        List<Long> through = new ArrayList<>();
        List<Long> straight = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            through.add(nanos(proxied));
            straight.add(nanos(direct));
        }
        return median(through) - median(straight);
    }

    private long nanos(URI uri) throws Exception {
        long begin = System.nanoTime();
        assertThat(bench.get(uri).statusCode()).isEqualTo(200);
        return System.nanoTime() - begin;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private HttpResponse<String> post(URI uri, String body) throws Exception {
        return bench.http.send(
                HttpRequest.newBuilder(uri)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private ServiceSpec spec(String name, int concurrency, int max, Duration window, Map<String, String> env) {
        return new ServiceSpec(
                "belparcel",
                name,
                true,
                TinyFunction.launch(folder, env),
                concurrency,
                Duration.ofSeconds(60),
                noLimit(),
                new ServiceSpec.Scale(0, max, 1, 70, window, Duration.ZERO),
                "/readyz",
                false);
    }

    private static @Nullable Duration noLimit() {
        return null;
    }
}
