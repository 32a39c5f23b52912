package by.belparcel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes that end with this JVM, also when it is killed. On Linux the kernel sees to that ({@code setpriv --pdeathsig}); the
 * signal belongs to the forking <em>thread</em>, so all forks come from one thread that lives as long as the JVM. Elsewhere a shutdown
 * hook does what it can.
 */
public final class ChildProcesses {

    private static final ExecutorService FORKER = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "belparcel-forker");
        thread.setDaemon(true);
        return thread;
    });

    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

    private static final Optional<String> SETPRIV =
            Tools.find("setpriv").filter(path -> Tools.works(List.of(path, "--pdeathsig", "KILL", "true")));

    private static final Optional<String> SETSID = Tools.find("setsid");

    private static final Deque<Runnable> CLOSERS = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ChildProcesses::endAll, "belparcel-children-shutdown"));
    }

    private ChildProcesses() {}

    /** Starts the builder's command; the child gets SIGKILL when this JVM is gone. */
    public static Process start(ProcessBuilder builder) {
        return start(builder, "KILL");
    }

    /** As above with another signal, for a program that cleans up after itself. */
    static Process start(ProcessBuilder builder, String deathSignal) {
        List<String> command = new ArrayList<>();
        // A session of its own: Ctrl+C in the terminal reaches only us, and we stop things in order.
        SETSID.ifPresent(command::add);
        command.addAll(withDeathSignal(builder.command(), deathSignal));
        builder.command(command);
        try {
            Process process = FORKER.submit(builder::start).get();
            ALIVE.add(process);
            @SuppressWarnings("unused")
            var forgotten = process.onExit().thenAccept(ALIVE::remove);
            return process;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw new UncheckedIOException(io);
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Runs before the children are killed when this JVM ends in an orderly way; the last registered comes first. */
    public static void beforeShutdown(Runnable closer) {
        CLOSERS.addFirst(closer);
    }

    /** As above for a single server: after everything that uses it. */
    static void lastBeforeShutdown(Runnable closer) {
        CLOSERS.addLast(closer);
    }

    /** Takes back {@link #beforeShutdown}. */
    public static void forget(Runnable closer) {
        CLOSERS.remove(closer);
    }

    private static void endAll() {
        for (Runnable closer = CLOSERS.pollFirst(); closer != null; closer = CLOSERS.pollFirst()) {
            try {
                closer.run();
            } catch (RuntimeException e) {
                System.getLogger(ChildProcesses.class.getName()).log(System.Logger.Level.WARNING, "while ending", e);
            }
        }
        ALIVE.forEach(Process::destroyForcibly);
    }

    static List<String> withDeathSignal(List<String> command, String signal) {
        List<String> wrapped = new ArrayList<>();
        SETPRIV.ifPresent(setpriv -> wrapped.addAll(List.of(setpriv, "--pdeathsig", signal, "--")));
        wrapped.addAll(command);
        return wrapped;
    }
}
