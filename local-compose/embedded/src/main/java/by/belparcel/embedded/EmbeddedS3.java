package by.belparcel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** S3Proxy over a folder in a JVM of its own; path style, AWS signature 4. */
public final class EmbeddedS3 implements AutoCloseable {

    private static final long STOP_SECONDS = 5;

    /** Data folder (none = temporary), port (0 = free), credentials and the buckets that exist from the start. */
    public record Options(@Nullable Path data, int port, String accessKey, String secretKey, List<String> buckets) {

        public Options {
            buckets = List.copyOf(buckets);
        }

        /** Temporary data, a free port, known credentials. */
        public static Options temporary(String... buckets) {
            return new Options(null, 0, "belparcel", "belparcel-local", List.of(buckets));
        }

        public Options withData(Path folder) {
            return new Options(folder, port, accessKey, secretKey, buckets);
        }

        public Options withPort(int wanted) {
            return new Options(data, wanted, accessKey, secretKey, buckets);
        }

        public Options withCredentials(String access, String secret) {
            return new Options(data, port, access, secret, buckets);
        }
    }

    private final Home home;
    private final int port;
    private final Options options;
    private final Runnable closer = this::close;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Process process;

    private EmbeddedS3(Options options) {
        this.options = options;
        this.home = Home.of(options.data(), "s3");
        this.port = Ports.chosen(options.port());
        try {
            this.process = launch();
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
        ChildProcesses.lastBeforeShutdown(closer);
    }

    /** Starts the store and returns when it takes requests. */
    public static EmbeddedS3 start(Options options) {
        return new EmbeddedS3(options);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    public String accessKey() {
        return options.accessKey();
    }

    public String secretKey() {
        return options.secretKey();
    }

    public long pid() {
        return process.pid();
    }

    /** The process itself; another one after {@link #restart}. */
    public Process process() {
        return process;
    }

    /** SIGKILL; the data stays. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends the store if it still runs and starts it again on the same data and port. */
    public void restart() {
        stop();
        process = launch();
    }

    private void stop() {
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
        stop();
        home.close();
    }

    private Process launch() {
        Path objects = home.resolve("objects");
        try {
            Files.createDirectories(objects);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> args = new ArrayList<>(List.of(objects.toString(), Integer.toString(port), options.accessKey()));
        args.addAll(options.buckets());
        Process started = JavaServer.start(
                Checkout.build("s3"),
                List.of("-Xmx128m"),
                "by.belparcel.embedded.s3.S3Main",
                args,
                Map.of("S3_SECRET_KEY", options.secretKey(), "LOG_LEVEL", "warn"),
                home.resolve("s3.log"));
        home.mark(started);
        return started;
    }
}
