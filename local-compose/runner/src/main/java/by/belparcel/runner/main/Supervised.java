package by.belparcel.runner.main;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Starts an embedded server again when its process dies: same data, same port. */
final class Supervised implements AutoCloseable {

    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final String name;
    private final Supplier<Process> process;
    private final Runnable restart;
    private final AutoCloseable server;
    private final Progress progress;
    private final AtomicBoolean closing = new AtomicBoolean();

    Supervised(String name, Supplier<Process> process, Runnable restart, AutoCloseable server, Progress progress) {
        this.name = name;
        this.process = process;
        this.restart = restart;
        this.server = server;
        this.progress = progress;
        watch();
    }

    long pid() {
        return process.get().pid();
    }

    private void watch() {
        Process watched = process.get();
        Thread.ofVirtual().name("watch-" + name).start(() -> {
            watched.onExit().join();
            again();
        });
    }

    private void again() {
        while (!closing.get()) {
            try {
                synchronized (this) {
                    if (closing.get()) {
                        return;
                    }
                    long started = System.nanoTime();
                    progress.say(name + " ended; starting it again on the same data");
                    restart.run();
                    progress.done(name + " is back", started);
                }
                watch();
                return;
            } catch (RuntimeException e) {
                progress.say(name + " does not start again: " + e.getMessage());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    @Override
    public void close() {
        closing.set(true);
        synchronized (this) {
            try {
                server.close();
            } catch (Exception e) {
                progress.say(name + " did not end properly: " + e.getMessage());
            }
        }
    }
}
