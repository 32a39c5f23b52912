package by.belparcel.runner.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.embedded.Ports;
import by.belparcel.runner.serving.Bench;
import by.belparcel.runner.serving.ServiceSpec;
import by.belparcel.runner.serving.TinyFunction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RunnerIT {

    static {
        Logs.toTerminal();
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringWriter said = new StringWriter();
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void bringsUpASystemAndLeavesNothingBehind() throws Exception {
        Settings settings = settings(null);
        List<Long> pids;
        Path data;
        try (Runner runner = runner(settings);
                HttpClient http = HttpClient.newHttpClient()) {
            runner.up();
            RunFile run = RunFile.live().orElseThrow();
            data = Path.of(run.dataDir());
            assertThat(said.toString()).endsWith("BelParcel is up: http://localhost:" + settings.port() + "\n");
            assertThat(get(http, settings.port(), "/tiny/pid")).isEqualTo(200);
            assertThat(get(http, settings.port(), "/events/pid")).isEqualTo(404);
            assertThat(get(http, run.clusterPort(), "/test/tiny-events/pid")).isEqualTo(200);
            assertThat(Files.readString(data.resolve("logs/job-migrate.log"))).contains("job ran");

            // An event through the Broker reaches the function that its Trigger names.
            HttpRequest event = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + run.clusterPort() + "/knative-eventing/broker-ingress/test/default"))
                    .headers("ce-specversion", "1.0", "ce-id", "1", "ce-source", "/t", "ce-type", "t.one")
                    .headers("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(http.send(event, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(202);
            Bench.until(
                    () -> status(run).path("triggers").path(0).path("delivered").asLong() == 1);

            JsonNode status = status(run);
            assertThat(status.path("services").path(0).path("name").asString()).isEqualTo("tiny");
            assertThat(status.path("services").path(0).path("cold_starts").asInt())
                    .isEqualTo(1);
            assertThat(status.path("outbox").path("pending").asInt()).isZero();
            assertThat(StatusText.of(status.toString())).contains("COLD STARTS");
            assertThat(http.send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://127.0.0.1:" + run.adminPort() + "/metrics"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("tiny_total{service=\"tiny\"} 1\n")
                    .contains("belparcel_runner_cold_starts_total{service=\"tiny\"} 1\n");
            assertThatThrownBy(() -> runner(settings(null)).up()).hasMessageContaining("already up");

            // A server that dies comes back on the same port.
            long postgres = pid(run, "postgres");
            ProcessHandle.of(postgres).orElseThrow().destroyForcibly();
            Bench.until(() -> said.toString().contains("PostgreSQL is back"));
            assertThat(pid(run, "postgres")).isNotEqualTo(postgres);

            pids = Stream.of("postgres", "kafka", "tiny", "tiny-events")
                    .map(name -> pid(run, name))
                    .toList();
            new AdminClient(run).shutdown();
            end.await();
        }
        assertThat(pids)
                .noneMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
        assertThat(data).doesNotExist();
        assertThat(RunFile.path()).doesNotExist();
    }

    private Settings settings(@Nullable Path data) throws IOException {
        ServiceSpec.Launch launch = TinyFunction.launch(folder, Map.of());
        Files.writeString(
                folder.resolve("images.yaml"),
                "images:\n  test/tiny:\n    directory: " + folder + "\n    command: "
                        + JsonMapper.builder().build().writeValueAsString(launch.command())
                        + "\n  test/job:\n    directory: " + folder + "\n    command: [\"/bin/sh\", \"-c\"]\n");
        Path manifests = Files.createDirectories(folder.resolve("manifests"));
        Files.writeString(manifests.resolve("all.yaml"), MANIFESTS);
        return new Settings(Ports.free(), "127.0.0.1", 0, data, manifests, folder.resolve("images.yaml"), 2);
    }

    private Runner runner(Settings settings) {
        return new Runner(settings, new Progress(new PrintWriter(said, true)), end::countDown);
    }

    private static int get(HttpClient http, int port, String path) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static JsonNode status(RunFile run) {
        try {
            return JsonMapper.builder().build().readTree(new AdminClient(run).status());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long pid(RunFile run, String name) {
        for (JsonNode process : status(run).path("processes")) {
            if (process.path("name").asString().equals(name)) {
                return process.path("pid").asLong();
            }
        }
        throw new AssertionError("no process " + name);
    }

    private static final String MANIFESTS = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: migrate, namespace: test}
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: migrate
                      image: test/job
                      args: ["test -n $DB_DSN && echo job ran"]
            ---
            apiVersion: serving.knative.dev/v1
            kind: Service
            metadata: {name: tiny, namespace: test}
            spec:
              template:
                spec:
                  containers:
                    - image: test/tiny:1
                      readinessProbe: {httpGet: {path: /readyz}}
            ---
            apiVersion: serving.knative.dev/v1
            kind: Service
            metadata:
              name: tiny-events
              namespace: test
              labels: {networking.knative.dev/visibility: cluster-local}
            spec:
              template:
                spec:
                  containers:
                    - image: test/tiny:1
                      readinessProbe: {httpGet: {path: /readyz}}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: routes, namespace: test}
            spec:
              rules:
                - matches: [{path: {type: PathPrefix, value: /tiny}}]
                  filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}}]
                  backendRefs: [{group: serving.knative.dev, kind: Service, name: tiny}]
                - matches: [{path: {type: PathPrefix, value: /events}}]
                  backendRefs: [{group: serving.knative.dev, kind: Service, name: tiny-events}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: broker, namespace: test}
            data: {bootstrap.servers: "kafka:9092", default.topic.partitions: "2", default.topic.replication.factor: "1"}
            ---
            apiVersion: eventing.knative.dev/v1
            kind: Broker
            metadata: {name: default, namespace: test, annotations: {eventing.knative.dev/broker.class: Kafka}}
            spec: {config: {apiVersion: v1, kind: ConfigMap, name: broker}}
            ---
            apiVersion: eventing.knative.dev/v1
            kind: Trigger
            metadata: {name: ones, namespace: test}
            spec:
              broker: default
              filter: {attributes: {type: t.one}}
              subscriber:
                ref: {apiVersion: serving.knative.dev/v1, kind: Service, name: tiny-events}
                uri: /events/one
            """;
}
