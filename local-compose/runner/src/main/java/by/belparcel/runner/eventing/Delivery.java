package by.belparcel.runner.eventing;

import by.belparcel.runner.manifest.DeliveryPolicy;
import by.belparcel.runner.serving.ClusterNetwork;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings one event to its end: attempts with backoff, then the dead-letter sink under the same policy, then the loss,
 * which is counted and logged. Blocks its (virtual) thread.
 */
final class Delivery {

    /** How a delivery ended; UNFINISHED means that the runner stops and the event must come again. */
    enum Outcome {
        DELIVERED,
        DEAD_LETTERED,
        LOST,
        UNFINISHED
    }

    /** Who delivers what to whom. */
    record Route(String owner, String namespace, URI subscriber, DeliveryPolicy policy, ReplyRule replies) {}

    /** The network ends an attempt at its timeout; this is for a network that forgets to. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(Delivery.class.getName());

    private final Route route;
    private final ClusterNetwork network;
    private final Options options;
    private final Stop stop;
    private final Counters counters;

    Delivery(Route route, ClusterNetwork network, Options options, Stop stop, Counters counters) {
        this.route = route;
        this.network = network;
        this.options = options;
        this.stop = stop;
        this.counters = counters;
    }

    Outcome deliver(Event event, int hops) {
        try {
            if (!(send(route.subscriber(), event, hops) instanceof Verdict.Refused refused)) {
                counters.delivered.increment();
                return Outcome.DELIVERED;
            }
            return deadLetter(event, refused, hops);
        } catch (StoppedException e) {
            return Outcome.UNFINISHED;
        }
    }

    private Outcome deadLetter(Event event, Verdict.Refused refused, int hops) throws StoppedException {
        URI sink = route.policy().deadLetterSink();
        if (sink == null) {
            return lost(event, refused.why() + ", and there is no dead-letter sink");
        }
        if (send(sink, event.with(refused.extensions()), hops) instanceof Verdict.Refused again) {
            return lost(event, refused.why() + ", and the dead-letter sink failed too: " + again.why());
        }
        counters.dead.increment();
        LOG.log(
                Level.WARNING,
                "DEAD LETTER {0}: {1} {2}: {3} by {4}",
                route.owner(),
                event.get("type"),
                event.identity(),
                refused.why(),
                route.subscriber());
        return Outcome.DEAD_LETTERED;
    }

    private Outcome lost(Event event, String why) {
        counters.lost.increment();
        LOG.log(Level.ERROR, "EVENT LOST {0}: {1} {2}: {3}", route.owner(), event.get("type"), event.identity(), why);
        return Outcome.LOST;
    }

    private Verdict send(URI to, Event event, int hops) throws StoppedException {
        for (int attempt = 1; ; attempt++) {
            Answer answer = attempt(to, event);
            if (!answer.retryable() || attempt > route.policy().retry()) {
                return verdict(answer, to, hops);
            }
            if (stop.stopped()) {
                throw new StoppedException();
            }
            counters.retried.increment();
            Duration pause = options.scaled(options.backoff().before(attempt, route.policy()));
            LOG.log(
                    Level.DEBUG,
                    "{0}: {1}, attempt {2} of {3}, next in {4}",
                    route.owner(),
                    answer,
                    attempt,
                    route.policy().retry() + 1,
                    pause);
            if (stop.await(pause)) {
                throw new StoppedException();
            }
        }
    }

    private Answer attempt(URI to, Event event) throws StoppedException {
        try {
            return new Answer.Responded(network.post(
                            to,
                            HttpFormat.headers(event, route.namespace()),
                            HttpFormat.body(event),
                            route.policy().timeout())
                    .get(route.policy().timeout().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Answer.Silent("no answer in " + route.policy().timeout());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return new Answer.Silent(cause == null ? e.toString() : cause.toString());
        } catch (IllegalArgumentException | IllegalStateException e) {
            return new Answer.Silent(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private Verdict verdict(Answer answer, URI to, int hops) {
        return switch (answer) {
            case Answer.Silent silent -> Verdict.refused(silent.why(), to);
            case Answer.Responded responded
            when RetryCodes.success(responded.reply().status()) ->
                route.replies().judge(responded.reply(), to, hops);
            case Answer.Responded responded -> Verdict.refused(responded.reply(), to);
        };
    }

    private static final class StoppedException extends Exception {

        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped", null, false, false);
        }
    }
}
