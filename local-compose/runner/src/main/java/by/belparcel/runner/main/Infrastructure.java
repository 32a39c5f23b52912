package by.belparcel.runner.main;

import by.belparcel.embedded.EmbeddedKafka;
import by.belparcel.embedded.EmbeddedPostgres;
import by.belparcel.embedded.EmbeddedS3;
import by.belparcel.runner.admin.ProcessEntry;
import by.belparcel.runner.manifest.Manifests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** PostgreSQL, Kafka and S3: embedded in the data folder, or the ones that the runner's own environment names. */
final class Infrastructure implements AutoCloseable {

    private record Server(Supervised supervised, String kind, int port) {}

    private final Path data;
    private final boolean durable;
    private final Function<String, Optional<String>> environment;
    private final Progress progress;
    private final LocalSecrets secrets;
    private final List<Server> servers = new CopyOnWriteArrayList<>();

    /** {@code durable}: commits survive a power failure. */
    Infrastructure(Path data, boolean durable, Function<String, Optional<String>> environment, Progress progress) {
        this.data = data;
        this.durable = durable;
        this.environment = environment;
        this.progress = progress;
        this.secrets = new LocalSecrets(data);
    }

    /** Starts what is needed, side by side. */
    Endpoints start(Manifests manifests, int clusterPort) {
        CompletableFuture<String> dsn = async(this::postgres);
        CompletableFuture<String> brokers = async(this::kafka);
        CompletableFuture<Map<String, String>> s3 = Plan.asksFor(manifests, "S3_ENDPOINT")
                ? async(() -> s3(manifests))
                : CompletableFuture.completedFuture(Map.of());
        try {
            CompletableFuture.allOf(dsn, brokers, s3).join();
        } catch (CompletionException e) {
            throw RunnerException.because(e);
        }
        return new Endpoints(dsn.join(), brokers.join(), s3.join(), clusterPort);
    }

    List<ProcessEntry> processes() {
        List<ProcessEntry> entries = new ArrayList<>();
        servers.forEach(server -> entries.add(new ProcessEntry(
                server.kind(), server.kind(), server.supervised().pid(), server.port())));
        return entries;
    }

    private String postgres() {
        Optional<String> external = environment.apply("DB_DSN").or(() -> environment.apply("DATABASE_URL"));
        if (external.isPresent()) {
            progress.say("  PostgreSQL: the one that DB_DSN names");
            return external.get();
        }
        long started = System.nanoTime();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary()
                .withData(data.resolve("postgres"))
                .withPassword(secrets.get("postgres.password"))
                .withFsync(durable)
                .withSetting("max_connections", "200"));
        add(
                new Supervised("PostgreSQL", postgres::process, postgres::restart, postgres, progress),
                "postgres",
                postgres.port());
        progress.done("PostgreSQL on port " + postgres.port(), started);
        return postgres.dsn();
    }

    private String kafka() {
        Optional<String> external = environment.apply("KAFKA_BROKERS").or(() -> environment.apply("REDPANDA_BROKERS"));
        if (external.isPresent()) {
            progress.say("  Kafka: the one that KAFKA_BROKERS names");
            return external.get();
        }
        long started = System.nanoTime();
        EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Options.temporary()
                .withData(data.resolve("kafka"))
                .withHeapMb(256));
        add(new Supervised("Kafka", kafka::process, kafka::restart, kafka, progress), "kafka", kafka.port());
        progress.done("Kafka on port " + kafka.port(), started);
        return kafka.brokers();
    }

    private Map<String, String> s3(Manifests manifests) {
        Map<String, String> variables = new LinkedHashMap<>();
        Optional<String> external = environment.apply("S3_ENDPOINT");
        if (external.isPresent()) {
            progress.say("  S3: the one that S3_ENDPOINT names");
            for (String name : List.of(
                    "S3_ENDPOINT", "S3_PUBLIC_ENDPOINT", "S3_ACCESS_KEY", "S3_SECRET_KEY", "S3_BUCKET", "S3_REGION")) {
                environment.apply(name).ifPresent(value -> variables.put(name, value));
            }
            return variables;
        }
        long started = System.nanoTime();
        String bucket = Plan.first(manifests, "S3_BUCKET", "belparcel");
        EmbeddedS3 s3 = EmbeddedS3.start(EmbeddedS3.Options.temporary(bucket)
                .withData(data.resolve("s3"))
                .withCredentials("belparcel", secrets.get("s3.secret")));
        add(new Supervised("S3", s3::process, s3::restart, s3, progress), "s3", s3.port());
        progress.done("S3 on port " + s3.port(), started);
        variables.put("S3_ENDPOINT", s3.endpoint().toString());
        variables.put("S3_PUBLIC_ENDPOINT", s3.endpoint().toString());
        variables.put("S3_ACCESS_KEY", s3.accessKey());
        variables.put("S3_SECRET_KEY", s3.secretKey());
        variables.put("AWS_ACCESS_KEY_ID", s3.accessKey());
        variables.put("AWS_SECRET_ACCESS_KEY", s3.secretKey());
        return variables;
    }

    private void add(Supervised supervised, String kind, int port) {
        servers.add(new Server(supervised, kind, port));
    }

    private static <T> CompletableFuture<T> async(java.util.function.Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    @Override
    public void close() {
        servers.stream()
                .map(server -> async(() -> {
                    server.supervised().close();
                    return true;
                }))
                .toList()
                .forEach(CompletableFuture::join);
    }
}
