package by.belparcel.runner.main;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Lines for the person who waits. */
final class Progress {

    private final PrintWriter out;

    Progress(PrintWriter out) {
        this.out = out;
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** A step that took from {@code started} (System.nanoTime) until now. */
    void done(String step, long started) {
        double seconds = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
        say(String.format(Locale.ROOT, "  %s (%.1f s)", step, seconds));
    }
}
