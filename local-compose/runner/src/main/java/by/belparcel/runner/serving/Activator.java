package by.belparcel.runner.serving;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One service: holds requests until an instance is ready, hands them out within the container concurrency, starts and ends instances as
 * the autoscaler says. All state is guarded by the monitor; futures are completed outside of it. With no instance and no request it
 * does nothing at all.
 */
final class Activator {

    private static final System.Logger LOG = System.getLogger(Activator.class.getName());
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration DRAIN_BEFORE_STOP = Duration.ofMillis(500);
    private static final long SUSPICION_MILLIS = 100;
    private static final int FAILURES_BEFORE_REFUSAL = 3;
    private static final long FIRST_BACKOFF_MILLIS = 100;
    private static final long MAX_BACKOFF_MILLIS = 10_000;

    private final ServiceSpec spec;
    private final ServingEnvironment environment;
    private final InstanceStarter starter;
    private final Autoscaler autoscaler;
    private final ConcurrencyWindow window;
    private final InstancePool pool = new InstancePool();
    private final Deque<Waiter> queue = new ArrayDeque<>();
    private boolean ticking;
    private boolean closed;
    private long zeroSince = -1;
    private int failures;
    private long backoffUntil;
    private long requests;
    private long coldStarts;
    private long lastColdMillis = -1;
    private long crashes;

    Activator(ServiceSpec spec, ServingEnvironment environment) {
        this.spec = spec;
        this.environment = environment;
        this.starter = new InstanceStarter(spec, environment);
        this.autoscaler = new Autoscaler(spec.scale(), environment.maxInstances());
        this.window = new ConcurrencyWindow(spec.scale().window(), System.nanoTime());
    }

    ServiceSpec spec() {
        return spec;
    }

    /** Brings up the minimum (nothing for most services). */
    synchronized void open() {
        while (pool.live() < spec.scale().min()) {
            start();
        }
        keepTicking();
    }

    /** A lease on an instance, now or when one is ready; fails with a {@link Refusal}. Cancel it when the caller is gone. */
    CompletableFuture<Lease> acquire() {
        CompletableFuture<Lease> lease = new CompletableFuture<>();
        synchronized (this) {
            requests++;
            if (closed) {
                return CompletableFuture.failedFuture(new Refusal(503, spec.name() + " is shutting down"));
            }
            queue.removeIf(each -> each.lease().isDone());
            Optional<Instance> free = queue.isEmpty() ? pool.free(spec.containerConcurrency()) : Optional.empty();
            if (free.isPresent()) {
                free.get().enter();
                observe();
                lease.complete(new Lease(this, free.get()));
                return lease;
            }
            if (queue.size() >= spec.queueLimit(pool.live())) {
                return CompletableFuture.failedFuture(new Refusal(503, "pending request queue full"));
            }
            queue.add(new Waiter(lease, System.nanoTime(), pool.count(Instance.State.READY) == 0));
            observe();
            wake();
        }
        lease.orTimeout(spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
        return lease;
    }

    void leave(Instance instance) {
        synchronized (this) {
            instance.leave();
            observe();
            if (instance.state() == Instance.State.DRAINING && instance.inFlight() == 0) {
                end(instance);
            }
        }
        dispatch();
    }

    /** The connection broke: mostly the process is dead and its end will be noticed within a moment. */
    void leaveBroken(Instance instance) {
        synchronized (this) {
            instance.suspect(true);
        }
        environment.vertx().setTimer(SUSPICION_MILLIS, timer -> {
            synchronized (this) {
                instance.suspect(false);
            }
            dispatch();
        });
        leave(instance);
    }

    synchronized ServiceStatus status() {
        return new ServiceStatus(
                spec.key(),
                spec.isPublic(),
                pool.count(Instance.State.READY),
                pool.count(Instance.State.STARTING),
                pool.inFlight(),
                queue.size(),
                requests,
                coldStarts,
                lastColdMillis,
                crashes,
                pool.all().stream().map(Activator::running).toList());
    }

    /** Ends everything: SIGTERM at once, SIGKILL after {@code patience}. */
    CompletableFuture<Void> close(Duration patience) {
        List<Waiter> waiting;
        List<Instance> instances;
        synchronized (this) {
            closed = true;
            waiting = List.copyOf(queue);
            queue.clear();
            instances = pool.all();
            instances.forEach(each -> each.become(Instance.State.DRAINING));
        }
        waiting.forEach(each -> each.lease().completeExceptionally(new Refusal(503, "shutting down")));
        return CompletableFuture.allOf(instances.stream()
                .map(each -> {
                    each.process().destroy();
                    return each.process()
                            .onExit()
                            .completeOnTimeout(each.process(), patience.toMillis(), TimeUnit.MILLISECONDS)
                            .thenCompose(process -> process.destroyForcibly().onExit());
                })
                .toArray(CompletableFuture[]::new));
    }

    /** Hands instances to those who wait, in the order of their coming. */
    private void dispatch() {
        List<Runnable> outcomes = new ArrayList<>();
        synchronized (this) {
            while (true) {
                Waiter first = queue.peek();
                if (first != null && first.lease().isDone()) {
                    queue.remove();
                    continue;
                }
                Optional<Instance> free = first == null ? Optional.empty() : pool.free(spec.containerConcurrency());
                if (first == null || free.isEmpty()) {
                    break;
                }
                queue.remove();
                free.get().enter();
                Lease lease = new Lease(this, free.get());
                outcomes.add(() -> {
                    // Gone while it waited: the place goes to the next one.
                    if (!first.lease().complete(lease)) {
                        lease.release();
                    }
                });
            }
            observe();
            wake();
        }
        outcomes.forEach(Runnable::run);
    }

    private void observe() {
        window.set(pool.inFlight() + queue.size(), System.nanoTime());
    }

    /** The first request after zero starts an instance at once; the rest is the autoscaler's. */
    private void wake() {
        if (!queue.isEmpty() && pool.live() == 0 && !closed) {
            long wait = backoffUntil - System.nanoTime();
            if (wait > 0) {
                environment.vertx().setTimer(Math.max(1, wait / 1_000_000), timer -> dispatch());
                return;
            }
            for (int i = 0; i < Math.clamp(spec.scale().initial(), 1, autoscaler.limit()); i++) {
                start();
            }
        }
        keepTicking();
    }

    private void start() {
        Instance instance;
        try {
            instance = starter.start();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, spec.name() + " cannot be started", e);
            failed();
            Refusal refusal = new Refusal(503, spec.name() + " cannot be started: " + e.getMessage());
            List<Waiter> refused = List.copyOf(queue);
            queue.clear();
            environment
                    .vertx()
                    .runOnContext(now -> refused.forEach(each -> each.lease().completeExceptionally(refusal)));
            return;
        }
        pool.add(instance);
        After.both(instance.process().onExit(), (process, never) -> gone(instance));
        After.both(
                starter.awaitReady(instance, START_LIMIT),
                (ready, failed) -> started(instance, Boolean.TRUE.equals(ready)));
    }

    private void started(Instance instance, boolean ready) {
        if (!ready) {
            // Its end is noticed by gone(); one that hangs is ended here.
            instance.process().destroyForcibly();
            return;
        }
        synchronized (this) {
            if (instance.state() != Instance.State.STARTING || !pool.contains(instance)) {
                return;
            }
            instance.become(Instance.State.READY);
            failures = 0;
            Optional<Waiter> first = queue.stream()
                    .filter(Waiter::cold)
                    .filter(each -> !each.lease().isDone())
                    .findFirst();
            if (first.isPresent() && pool.count(Instance.State.READY) == 1) {
                coldStarts++;
                lastColdMillis = (System.nanoTime() - first.get().arrived()) / 1_000_000;
            }
        }
        dispatch();
    }

    private void gone(Instance instance) {
        List<Waiter> refused = List.of();
        synchronized (this) {
            Instance.State state = instance.state();
            pool.remove(instance);
            if (!closed && state != Instance.State.DRAINING) {
                crashes++;
                LOG.log(Level.WARNING, "{0} ended by itself with code {1}", instance.id(), code(instance));
                if (state == Instance.State.STARTING) {
                    failed();
                }
            }
            if (failures >= FAILURES_BEFORE_REFUSAL && pool.live() == 0) {
                refused = List.copyOf(queue);
                queue.clear();
                failures = FAILURES_BEFORE_REFUSAL - 1;
            }
        }
        Refusal refusal = new Refusal(503, spec.name() + " does not start: " + starter.lastWords());
        refused.forEach(each -> each.lease().completeExceptionally(refusal));
        dispatch();
    }

    private void failed() {
        failures++;
        long backoff = Math.min(MAX_BACKOFF_MILLIS, FIRST_BACKOFF_MILLIS << Math.min(failures - 1, 10));
        backoffUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(backoff);
    }

    private void keepTicking() {
        if (!ticking && !closed && !(pool.isEmpty() && queue.isEmpty())) {
            ticking = true;
            long period = Math.clamp(spec.scale().window().toMillis() / 6, 100, 1_000);
            environment.vertx().setTimer(period, timer -> tick());
        }
    }

    private void tick() {
        synchronized (this) {
            ticking = false;
            if (!closed) {
                long now = System.nanoTime();
                int live = pool.live();
                int desired = autoscaler.desired(window, pool.count(Instance.State.READY), now);
                if (failures > 0 && queue.isEmpty() && live == 0) {
                    // Nobody waits for it: no crash loop on the strength of past requests.
                    desired = Math.min(desired, spec.scale().min());
                }
                if (desired < live) {
                    shrink(desired, now);
                } else {
                    zeroSince = -1;
                    for (int i = live; i < desired && backoffUntil <= now; i++) {
                        start();
                    }
                }
            }
            keepTicking();
        }
        dispatch();
    }

    private void shrink(int desired, long now) {
        if (!queue.isEmpty() && desired == 0) {
            return;
        }
        if (desired == 0) {
            zeroSince = zeroSince < 0 ? now : zeroSince;
            if (now - zeroSince < spec.scale().retention().toNanos()) {
                return;
            }
        }
        for (Instance each : pool.surplus(pool.live() - desired)) {
            each.become(Instance.State.DRAINING);
            if (each.inFlight() == 0) {
                end(each);
            }
        }
    }

    /** Metrics, SIGTERM, and SIGKILL for one that does not end in the time that Knative would give it. */
    private void end(Instance instance) {
        CompletableFuture<Void> read = environment
                .beforeStop()
                .apply(running(instance))
                .completeOnTimeout(null, DRAIN_BEFORE_STOP.toMillis(), TimeUnit.MILLISECONDS);
        Process process = instance.process();
        After.both(read, (done, failed) -> {
            process.destroy();
            CompletableFuture<Process> end =
                    process.onExit().orTimeout(spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
            After.both(end, (ended, late) -> {
                if (late != null) {
                    process.destroyForcibly();
                }
            });
        });
    }

    private static ServiceStatus.Running running(Instance instance) {
        return new ServiceStatus.Running(
                instance.id(),
                instance.process().pid(),
                instance.port(),
                instance.metricsPort(),
                instance.state() != Instance.State.STARTING,
                instance.inFlight());
    }

    private static String code(Instance instance) {
        return Integer.toString(instance.process().exitValue());
    }
}
