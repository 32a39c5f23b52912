package by.belparcel.eventing.edge;

import by.belparcel.eventing.edge.telemetry.Metrics;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

/**
 * Tells the outbox function that there is work: a small POST after a commit. Many commits become one request in flight and
 * one that waits. A lost hint costs latency, never an event.
 */
final class WakeHint {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final int MOST = 8;

    private final String url;
    private final Supplier<LoopResources> loops;
    private final Metrics metrics;
    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong sentAt = new AtomicLong();
    private @Nullable HttpClient client;

    WakeHint(String url, Supplier<LoopResources> loops, Metrics metrics) {
        this.url = url;
        this.loops = loops;
        this.metrics = metrics;
    }

    /**
     * A hint that joins a run which waits for a retry is answered late: the next commit does not wait for it. Returns at once; also nothing of the HTTP client is loaded on the caller's way to its answer. */
    void give() {
        boolean first = wanted.getAndIncrement() == 0;
        long now = System.nanoTime();
        long last = sentAt.get();
        boolean late = now - last > PATIENCE.toNanos() && inFlight.get() < MOST && sentAt.compareAndSet(last, now);
        if (first || late) {
            EventLoopGroup group = loops.get().onServer(false);
            group.next().execute(this::send);
        }
    }

    private void send() {
        wanted.set(1);
        sentAt.set(System.nanoTime());
        inFlight.incrementAndGet();
        post().onErrorResume(error -> {
                    metrics.count("belparcel_wake_hints_total", "result", "failed");
                    return Mono.just(0);
                })
                .subscribe(status -> {
                    inFlight.decrementAndGet();
                    if (!wanted.compareAndSet(1, 0)) {
                        send();
                    }
                });
    }

    private Mono<Integer> post() {
        return Mono.defer(() -> client().post().uri(url).response()).map(response -> {
            metrics.count(
                    "belparcel_wake_hints_total", "result", response.status().code() < 300 ? "ok" : "refused");
            return response.status().code();
        });
    }

    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newConnection().runOn(loops.get(), false).responseTimeout(LONGEST);
            client = made;
        }
        return made;
    }
}
