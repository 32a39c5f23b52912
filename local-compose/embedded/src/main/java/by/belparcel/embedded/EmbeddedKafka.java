package by.belparcel.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** One Kafka broker (KRaft) in a JVM of its own. Topics are not made by themselves: call {@link #createTopics}. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final long STOP_SECONDS = 15;

    /**
     * Where and how: data folder (none = temporary), port (0 = free), the port that clients are told (0 = the same; for a proxy in
     * front of the broker), heap in MiB and further broker settings.
     */
    public record Options(@Nullable Path data, int port, int advertisedPort, int heapMb, Map<String, String> settings) {

        public Options {
            settings = Map.copyOf(settings);
        }

        /** Temporary data, a free port, a small heap. */
        public static Options temporary() {
            return new Options(null, 0, 0, 192, Map.of());
        }

        public Options withData(Path folder) {
            return new Options(folder, port, advertisedPort, heapMb, settings);
        }

        public Options withPort(int wanted) {
            return new Options(data, wanted, advertisedPort, heapMb, settings);
        }

        public Options withAdvertisedPort(int wanted) {
            return new Options(data, port, wanted, heapMb, settings);
        }

        public Options withHeapMb(int wanted) {
            return new Options(data, port, advertisedPort, wanted, settings);
        }

        public Options withSettings(Map<String, String> more) {
            return new Options(data, port, advertisedPort, heapMb, more);
        }
    }

    private final Home home;
    private final int port;
    private final int controllerPort;
    private final Options options;
    private final Runnable closer = this::close;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Process process;

    private EmbeddedKafka(Options options) {
        this.options = options;
        this.home = Home.of(options.data(), "kafka");
        this.port = Ports.chosen(options.port());
        this.controllerPort = Ports.free();
        try {
            this.process = launch();
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
        ChildProcesses.lastBeforeShutdown(closer);
    }

    /** Starts a broker and returns when it takes clients. */
    public static EmbeddedKafka start(Options options) {
        return new EmbeddedKafka(options);
    }

    /** What clients need, {@code host:port}. */
    public String brokers() {
        return "127.0.0.1:" + (options.advertisedPort() == 0 ? port : options.advertisedPort());
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The process itself; another one after {@link #restart}. */
    public Process process() {
        return process;
    }

    /** Makes the topics that do not exist yet. */
    public void createTopics(Map<String, Integer> partitionsByTopic) {
        createTopics(
                brokers(),
                partitionsByTopic.entrySet().stream()
                        .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                        .toList());
    }

    /** Makes the topics that do not exist yet, on any broker. */
    public static void createTopics(String brokers, List<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            var made = admin.createTopics(topics).values().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            for (var each : made.values()) {
                try {
                    each.get(30, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException(e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL; the data stays. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends the broker if it still runs and starts it again on the same data and port. */
    public void restart() {
        stop();
        process = launch();
    }

    /** Orderly stop; the data stays. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        ChildProcesses.forget(closer);
        if (options.data() == null) {
            kill();
        } else {
            stop();
        }
        home.close();
    }

    private Process launch() {
        Path file = home.resolve("server.properties");
        Properties properties = new Properties();
        properties.putAll(KafkaSettings.of(home.resolve("log"), port, brokers(), controllerPort));
        properties.putAll(options.settings());
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path libs = Checkout.build("kafka");
        Process started = JavaServer.start(
                libs,
                List.of(
                        "-Xms" + Math.min(64, options.heapMb()) + "m",
                        "-Xmx" + options.heapMb() + "m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true"),
                "by.belparcel.embedded.kafka.BrokerMain",
                List.of(file.toString()),
                Map.of(),
                home.resolve("kafka.log"));
        home.mark(started);
        return started;
    }
}
