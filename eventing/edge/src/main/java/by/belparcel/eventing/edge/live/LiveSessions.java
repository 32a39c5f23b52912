package by.belparcel.eventing.edge.live;

import by.belparcel.eventing.edge.telemetry.Metrics;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.store.Database;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** All live connections of this process. Looks for revoked tokens while there is one, and does nothing when there is none. */
public final class LiveSessions {

    private final LiveSettings settings;
    private final Metrics metrics;
    private final Revocations revocations;
    private final Supplier<EventLoopGroup> loops;
    private final AtomicInteger places = new AtomicInteger();
    private final Set<Connection> everybody = ConcurrentHashMap.newKeySet();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> perUser = new HashMap<>();
    private volatile boolean stopping;
    private @Nullable Future<?> poll;

    public LiveSessions(LiveSettings settings, Metrics metrics, Database database, Supplier<EventLoopGroup> loops) {
        this.settings = settings;
        this.metrics = metrics;
        this.revocations = new Revocations(database);
        this.loops = loops;
        metrics.gauge("belparcel_ws_clients", connections::size);
    }

    public LiveSettings settings() {
        return settings;
    }

    Metrics metrics() {
        return metrics;
    }

    /**
     * A place for one more connection, before its upgrade, until its channel is closed; false = the process is full or about to
     * end.
     */
    public boolean enter(Channel channel) {
        if (!stopping && places.incrementAndGet() <= settings.total()) {
            channel.closeFuture().addListener(closed -> places.decrementAndGet());
            return true;
        }
        if (!stopping) {
            places.decrementAndGet();
        }
        metrics.count("belparcel_ws_refused_total", "reason", "total");
        return false;
    }

    /** Upgraded, not yet known. */
    void opened(Connection connection) {
        everybody.add(connection);
    }

    void leave(Connection connection) {
        everybody.remove(connection);
    }

    /** False when this user has too many connections. */
    synchronized boolean admit(Connection connection, Principal principal) {
        int open = perUser.getOrDefault(principal.subject(), 0);
        if (open >= settings.perUser()) {
            metrics.count("belparcel_ws_refused_total", "reason", "user");
            return false;
        }
        perUser.put(principal.subject(), open + 1);
        connections.add(connection);
        if (poll == null) {
            long every = settings.revocationPoll().toMillis();
            poll = loops.get().next().scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    synchronized void dismiss(Connection connection, Principal principal) {
        if (connections.remove(connection)) {
            perUser.merge(principal.subject(), -1, (open, one) -> open + one == 0 ? null : open + one);
        }
        if (connections.isEmpty() && poll != null) {
            poll.cancel(false);
            poll = null;
        }
    }

    Mono<Boolean> isRevoked(Principal principal) {
        String id = principal.tokenId();
        return id == null ? Mono.just(false) : revocations.among(List.of(id)).map(revoked -> !revoked.isEmpty());
    }

    /** Says goodbye to everybody and waits until they are gone, at most this long. */
    public void stop(Duration longest) {
        stopping = true;
        List<Connection> open = List.copyOf(everybody);
        CountDownLatch gone = new CountDownLatch(open.size());
        for (Connection connection : open) {
            connection.whenGone(gone::countDown);
            connection.bye();
        }
        try {
            if (!gone.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                open.forEach(Connection::cut);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        Map<String, List<Connection>> byToken = connections.stream()
                .filter(connection -> connection.tokenId() != null)
                .collect(Collectors.groupingBy(connection -> String.valueOf(connection.tokenId())));
        revocations
                .among(byToken.keySet())
                .subscribe(
                        revoked -> revoked.forEach(id -> byToken.getOrDefault(id, List.of())
                                .forEach(connection -> connection.close(CloseCode.UNAUTHENTICATED, "token revoked"))),
                        error -> metrics.count("belparcel_ws_revocation_polls_failed_total"));
    }
}
