package by.belparcel.tracking.stream.application;

import by.belparcel.tracking.stream.application.FeedLog.Moment;
import by.belparcel.tracking.stream.application.FeedLog.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Follows the feed for all clients of this process: one statement every so often while there is a client, nothing at all when
 * there is none. What is new is what became visible since the last look, so a late commit is seen when it comes.
 */
public final class Tail {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long QUIET_SECONDS = 10;

    private final FeedLog log;
    private final Duration every;
    private final Set<Consumer<Window>> clients = ConcurrentHashMap.newKeySet();
    private final List<Runnable> waiting = new ArrayList<>();
    private @Nullable Moment at;
    private @Nullable Disposable next;
    private long told;
    private int generation;

    public Tail(FeedLog log, Duration every) {
        this.log = log;
        this.every = every;
    }

    /** Adds a client; from the moment that {@code joined} is run it gets all that is committed later. */
    public void join(Consumer<Window> client, Runnable joined) {
        boolean running;
        synchronized (this) {
            clients.add(client);
            running = at != null;
            if (!running) {
                waiting.add(joined);
                if (next == null) {
                    generation++;
                    next = begin(generation, Duration.ZERO);
                }
            }
        }
        if (running) {
            joined.run();
        }
    }

    public void leave(Consumer<Window> client) {
        synchronized (this) {
            clients.remove(client);
            if (clients.isEmpty()) {
                generation++;
                at = null;
                waiting.clear();
                if (next != null) {
                    next.dispose();
                    next = null;
                }
            }
        }
    }

    /** Whether it reads at all. */
    public synchronized boolean isRunning() {
        return next != null;
    }

    private Disposable begin(int mine, Duration delay) {
        return Mono.delay(delay)
                .then(Mono.defer(log::now))
                .subscribe(moment -> begun(mine, moment), error -> again(mine, () -> begin(mine, AFTER_FAILURE)));
    }

    private void begun(int mine, Moment moment) {
        List<Runnable> joined;
        synchronized (this) {
            if (mine != generation) {
                return;
            }
            at = moment;
            told = moment.epoch();
            joined = List.copyOf(waiting);
            waiting.clear();
            next = look(mine, every);
        }
        joined.forEach(Runnable::run);
    }

    private Disposable look(int mine, Duration delay) {
        return Mono.delay(delay)
                .then(Mono.defer(() -> {
                    Moment from = from();
                    return from == null ? Mono.<Window>empty() : log.since(from);
                }))
                .subscribe(
                        window -> looked(mine, unbroken(window)),
                        error -> again(mine, () -> look(mine, AFTER_FAILURE)));
    }

    private synchronized @Nullable Moment from() {
        return at;
    }

    /** A database that knows less than before was restored: what lies between is not to be had from the feed. */
    private Window unbroken(Window window) {
        Moment from = from();
        return from == null || window.end().snapshot().covers(from.snapshot())
                ? window
                : new Window(window.end(), true, List.of(), Set.of());
    }

    private void looked(int mine, Window window) {
        boolean tell;
        synchronized (this) {
            if (mine != generation) {
                return;
            }
            at = window.end();
            tell = window.lost() || !window.rows().isEmpty() || window.end().epoch() - told >= QUIET_SECONDS;
            if (tell) {
                told = window.end().epoch();
            }
        }
        if (tell) {
            clients.forEach(client -> client.accept(window));
        }
        again(mine, () -> look(mine, every));
    }

    private synchronized void again(int mine, java.util.function.Supplier<Disposable> step) {
        if (mine == generation) {
            next = step.get();
        }
    }
}
