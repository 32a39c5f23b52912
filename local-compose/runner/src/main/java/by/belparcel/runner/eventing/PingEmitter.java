package by.belparcel.runner.eventing;

import by.belparcel.runner.manifest.CronSchedule;
import by.belparcel.runner.manifest.PingManifest;
import by.belparcel.runner.serving.ClusterNetwork;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PingSource: one event with a fresh id at every tick, up to five retries of its own for its own set of codes, then the
 * tick is lost. Ticks may overlap; those that passed while the runner was down or asleep are not made up for.
 */
final class PingEmitter {

    static final int RETRIES = 5;
    private static final Logger LOG = System.getLogger(PingEmitter.class.getName());
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration SEND_TIMEOUT = Duration.ofHours(1);
    private static final long JITTER_MS = 500;
    /** The machine may sleep: the wall clock is looked at again at least this often. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final PingManifest ping;
    private final CronSchedule schedule;
    private final ClusterNetwork network;
    private final Options options;
    private final ScheduledExecutorService timer;
    private final Executor threads;
    private final Stop stop;
    private final Counters counters = new Counters();

    PingEmitter(
            PingManifest ping,
            ClusterNetwork network,
            Options options,
            ScheduledExecutorService timer,
            Executor threads,
            Stop stop) {
        this.ping = ping;
        this.schedule = CronSchedule.parse(ping.schedule(), ping.timezone());
        this.network = network;
        this.options = options;
        this.timer = timer;
        this.threads = threads;
        this.stop = stop;
    }

    void start() {
        next(options.clock().instant());
    }

    private void next(Instant after) {
        schedule.after(after).map(ZonedDateTime::toInstant).ifPresent(this::waitFor);
    }

    private void waitFor(Instant due) {
        if (stop.stopped()) {
            return;
        }
        Duration left = Duration.between(options.clock().instant(), due);
        if (left.compareTo(LONGEST_WAIT) > 0) {
            later(LONGEST_WAIT, () -> waitFor(due));
        } else {
            later(left, () -> fire(due));
        }
    }

    private void later(Duration delay, Runnable task) {
        @SuppressWarnings("unused")
        var ignored = timer.schedule(task, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
    }

    private void fire(Instant due) {
        Instant now = options.clock().instant();
        if (now.isBefore(due)) {
            waitFor(due); // the timer may be early by a hair
            return;
        }
        if (!stop.stopped()) {
            threads.execute(() -> tick(due));
            next(now.isAfter(due) ? now : due);
        }
    }

    void tick(Instant due) {
        if (options.pingJitter()
                && stop.await(Duration.ofMillis(ThreadLocalRandom.current().nextLong(JITTER_MS)))) {
            return;
        }
        counters.inFlight.increment();
        try {
            send(event(due));
        } finally {
            counters.inFlight.decrement();
        }
    }

    Event event(Instant due) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", options.ids().get());
        attributes.put(
                "source",
                "/apis/v1/namespaces/" + ping.key().namespace() + "/pingsources/"
                        + ping.key().name());
        attributes.put("type", "dev.knative.sources.ping");
        attributes.put("time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(due.atOffset(ZoneOffset.UTC)));
        if (ping.contentType() != null) {
            attributes.put("datacontenttype", ping.contentType());
        }
        return new Event(attributes, data()).overridden(ping.extensions());
    }

    private byte @Nullable [] data() {
        String base64 = ping.dataBase64();
        String text = ping.data();
        if (base64 != null) {
            return Base64.getDecoder().decode(base64);
        }
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private void send(Event event) {
        for (int attempt = 0; ; attempt++) {
            Answer answer = attempt(event);
            boolean success = answer instanceof Answer.Responded responded
                    && RetryCodes.success(responded.reply().status());
            if (success) {
                counters.delivered.increment();
                return;
            }
            boolean again = !(answer instanceof Answer.Responded responded)
                    || RetryCodes.retryableForPing(responded.reply().status());
            if (!again || attempt == RETRIES) {
                counters.lost.increment();
                LOG.log(
                        Level.ERROR,
                        "TICK LOST PingSource {0} of {1}: {2} from {3}",
                        ping.key(),
                        event.get("time"),
                        answer,
                        ping.sink());
                return;
            }
            counters.retried.increment();
            if (stop.await(options.scaled(FIRST_RETRY.multipliedBy(1L << attempt)))) {
                return;
            }
        }
    }

    private Answer attempt(Event event) {
        Map<String, String> headers = HttpFormat.headers(event, ping.key().namespace());
        headers.remove("prefer");
        try {
            return new Answer.Responded(network.post(ping.sink(), headers, HttpFormat.body(event), SEND_TIMEOUT)
                    .get());
        } catch (ExecutionException e) {
            return new Answer.Silent(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Silent("interrupted");
        }
    }

    SourceStatus status() {
        return new SourceStatus(
                ping.key().toString(),
                "PingSource",
                counters.delivered.sum(),
                counters.retried.sum(),
                0,
                counters.lost.sum(),
                counters.inFlight.sum(),
                0);
    }
}
