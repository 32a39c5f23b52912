package by.belparcel.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL 18 server on the loopback address with one role and one database, both named {@code belparcel}. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final long STOP_SECONDS = 15;
    private static final int READY_LINE = 7;

    /**
     * Where and how: data folder (none = temporary), port (0 = free), the role's password, whether commits survive a power failure, and
     * further server settings (they win over ours).
     */
    public record Options(@Nullable Path data, int port, String password, boolean fsync, Map<String, String> settings) {

        public Options {
            settings = Map.copyOf(settings);
        }

        /** Temporary data, a free port, no fsync. */
        public static Options temporary() {
            return new Options(null, 0, PostgresCluster.PASSWORD, false, Map.of());
        }

        public Options withData(Path folder) {
            return new Options(folder, port, password, fsync, settings);
        }

        public Options withPort(int wanted) {
            return new Options(data, wanted, password, fsync, settings);
        }

        public Options withPassword(String wanted) {
            return new Options(data, port, wanted, fsync, settings);
        }

        public Options withFsync(boolean wanted) {
            return new Options(data, port, password, wanted, settings);
        }

        /** Adds one server setting, for example {@code max_connections}. */
        public Options withSetting(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(settings);
            more.put(name, value);
            return new Options(data, port, password, fsync, more);
        }
    }

    private final Home home;
    private final Path data;
    private final int port;
    private final Options options;
    private final Runnable closer = this::close;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Process process;

    private EmbeddedPostgres(Options options) {
        this.options = options;
        this.home = Home.of(options.data(), "postgres");
        this.data = home.resolve("data");
        try {
            PostgresCluster.create(data, options.password());
            // Only now: another server may take a free port while the data is made.
            this.port = Ports.chosen(options.port());
            this.process = launch();
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
        ChildProcesses.lastBeforeShutdown(closer);
    }

    /** Starts a server and returns when it takes connections. */
    public static EmbeddedPostgres start(Options options) {
        return new EmbeddedPostgres(options);
    }

    /** {@code postgres://user:password@host:port/database}. */
    public String dsn() {
        return dsn(PostgresCluster.DATABASE);
    }

    /** The same for another database of this server. */
    public String dsn(String database) {
        return "postgres://" + user() + ":" + password() + "@127.0.0.1:" + port + "/" + database;
    }

    public String jdbcUrl() {
        return jdbcUrl(PostgresCluster.DATABASE);
    }

    /** JDBC address with user and password, for another database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + user() + "&password=" + password();
    }

    public String user() {
        return PostgresCluster.USER;
    }

    public String password() {
        return options.password();
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

    /** Folder of PostgreSQL's own programs ({@code pgbench} and the like are not among them). */
    public static Path binaries() {
        return PostgresBinaries.folder().resolve("bin");
    }

    /** SIGKILL to the postmaster: a crash. The data stays. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends the server if it still runs and starts it again on the same data and port. */
    public void restart() {
        stop();
        process = launch();
    }

    /** Fast shutdown: connections are cut, commits are kept. */
    public void stop() {
        if (process.isAlive()) {
            Tools.signal("INT", process.pid());
        }
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
        if (options.data() == null && process.isAlive()) {
            // Immediate shutdown: nobody reads this data again.
            Tools.signal("QUIT", process.pid());
        }
        stop();
        home.close();
    }

    private Process launch() {
        long deadline = System.nanoTime() + START.toNanos();
        Path log = home.resolve("postgres.log");
        while (true) {
            Process started = ChildProcesses.start(
                    new ProcessBuilder(command())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())),
                    "INT");
            home.mark(started);
            while (started.isAlive()) {
                if (isReady(started)) {
                    return started;
                }
                if (System.nanoTime() > deadline) {
                    started.destroyForcibly();
                    throw new IllegalStateException("PostgreSQL did not start: " + JavaServer.tail(log));
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
            // After a crash the old backends may need a moment to leave the shared memory.
            String said = JavaServer.tail(log);
            if (!said.contains("shared memory block") || System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL ended: " + said);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private boolean isReady(Process started) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() > READY_LINE
                    && lines.getFirst().equals(Long.toString(started.pid()))
                    && lines.get(READY_LINE).startsWith("ready");
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> command() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "200");
        settings.put("shared_buffers", "128MB");
        settings.put("fsync", options.fsync() ? "on" : "off");
        settings.put("full_page_writes", options.fsync() ? "on" : "off");
        settings.put("jit", "off");
        settings.put("io_method", "sync");
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.putAll(options.settings());
        List<String> command = new ArrayList<>(List.of(PostgresCluster.bin("postgres"), "-D", data.toString()));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return Unprivileged.mode().wrap(ChildProcesses.withDeathSignal(command, "INT"));
    }
}
