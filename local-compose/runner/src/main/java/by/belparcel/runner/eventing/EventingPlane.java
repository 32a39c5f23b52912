package by.belparcel.runner.eventing;

import by.belparcel.runner.manifest.Manifests;
import by.belparcel.runner.manifest.SourceManifest;
import by.belparcel.runner.manifest.TriggerManifest;
import by.belparcel.runner.serving.ClusterNetwork;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Knative Eventing in one process: KafkaSources, Brokers, Triggers, KafkaSinks and PingSources of a set of manifests, at
 * least once. It is the only dispatcher of its consumer groups: two of them on one Kafka deliver everything twice.
 */
public final class EventingPlane implements AutoCloseable {

    private static final Logger LOG = System.getLogger(EventingPlane.class.getName());
    private static final Duration LOOK_FOR_TOPICS = Duration.ofSeconds(2);
    private static final int LOOKS_A_MINUTE = 30;
    private static final Duration KEEP_GROUPS = Duration.ofHours(1);

    private final Options options;
    private final Stop stop = new Stop();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = timer();
    private final Admin admin;
    private final Offsets offsets;
    private final EventPublisher publisher;
    private final Ingress ingress;
    private final Map<SourceManifest, Subscription> sources = new LinkedHashMap<>();
    private final Map<TriggerManifest, Subscription> triggers = new LinkedHashMap<>();
    private final List<PingEmitter> pings = new ArrayList<>();
    private final List<TopicReader> readers;
    private final Partitions partitions;
    private final AtomicInteger looks = new AtomicInteger();

    private EventingPlane(Manifests manifests, String bootstrapServers, ClusterNetwork network, Options options) {
        this.options = options;
        this.admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "client.id",
                "belparcel-runner-admin",
                "request.timeout.ms",
                10_000,
                "default.api.timeout.ms",
                12_000,
                "reconnect.backoff.max.ms",
                1_000,
                "enable.metrics.push",
                false,
                "metric.reporters",
                ""));
        this.offsets = new Offsets(admin);
        this.publisher = new EventPublisher(bootstrapServers, threads);
        this.ingress = new Ingress(manifests, publisher);
        ClusterNetwork inner = new PlaneNetwork(ingress, network);
        Wiring wiring = new Wiring(manifests, publisher, inner, options, threads, stop);
        manifests.sources().forEach(each -> sources.put(each, wiring.source(each)));
        manifests.triggers().forEach(each -> triggers.put(each, wiring.trigger(each)));
        manifests.pings().forEach(each -> pings.add(new PingEmitter(each, inner, options, timer, threads, stop)));
        TopicReader committed = TopicReader.ofSources(bootstrapServers, stop);
        TopicReader brokers = TopicReader.ofBrokers(bootstrapServers, stop);
        Map<Subscription, TopicReader> bySubscription = new HashMap<>();
        sources.values().forEach(each -> bySubscription.put(each, committed));
        triggers.values().forEach(each -> bySubscription.put(each, brokers));
        this.readers = List.of(committed, brokers);
        this.partitions = new Partitions(new Topics(admin), offsets, bySubscription);
    }

    /** Creates topics, takes up every group where it stood and begins to deliver; returns when all of that is done. */
    public static EventingPlane start(
            Manifests manifests, String bootstrapServers, ClusterNetwork network, Options options) {
        EventingPlane plane = new EventingPlane(manifests, bootstrapServers, network, options);
        try {
            new Topics(plane.admin).create(manifests);
            plane.begin();
            return plane;
        } catch (RuntimeException e) {
            plane.close();
            throw e;
        }
    }

    private void begin() {
        partitions.open(true);
        if (!partitions.missing().isEmpty()) {
            LOG.log(Level.ERROR, "topics that do not exist (read as soon as they do): {0}", partitions.missing());
        }
        readers.forEach(TopicReader::start);
        pings.forEach(PingEmitter::start);
        every(options.commitInterval(), () -> offsets.commit(partitions.subscriptions(), false));
        every(LOOK_FOR_TOPICS, this::lookForTopics);
        every(KEEP_GROUPS, () -> offsets.commit(partitions.subscriptions(), true));
    }

    private void lookForTopics() {
        // new partitions of known topics are rare: once a minute is enough
        if (looks.getAndIncrement() % LOOKS_A_MINUTE == 0
                || !partitions.missing().isEmpty()) {
            partitions.open(false);
        }
    }

    private void every(Duration interval, Runnable task) {
        AtomicBoolean running = new AtomicBoolean();
        Runnable once = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "{0}", e.toString());
            } finally {
                running.set(false);
            }
        };
        Runnable guarded = () -> {
            if (running.compareAndSet(false, true)) {
                threads.execute(once);
            }
        };
        @SuppressWarnings("unused")
        var ignored =
                timer.scheduleWithFixedDelay(guarded, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Brokers and KafkaSinks for the cluster's listener. */
    public Ingress ingress() {
        return ingress;
    }

    /** Everything is being read: all topics exist and every group has its place. */
    public boolean ready() {
        return partitions.missing().isEmpty() && readers.stream().allMatch(TopicReader::standing) && !stop.stopped();
    }

    /** What happened so far and how much is left, as of now. */
    public EventingStatus status() {
        Set<TopicPartition> all = new HashSet<>();
        partitions.subscriptions().forEach(each -> all.addAll(each.lanes().keySet()));
        Map<TopicPartition, Long> ends = offsets.endsOrNothing(all);
        List<SourceStatus> sourceStates = new ArrayList<>();
        sources.forEach((source, subscription) -> sourceStates.add(status(source, subscription, ends)));
        pings.forEach(ping -> sourceStates.add(ping.status()));
        List<TriggerStatus> triggerStates = new ArrayList<>();
        triggers.forEach((trigger, subscription) -> triggerStates.add(status(trigger, subscription, ends)));
        return new EventingStatus(ready(), List.copyOf(sourceStates), List.copyOf(triggerStates), partitions.missing());
    }

    private static SourceStatus status(
            SourceManifest source, Subscription subscription, Map<TopicPartition, Long> ends) {
        Counters counters = subscription.counters();
        return new SourceStatus(
                source.key().toString(),
                "KafkaSource",
                counters.delivered.sum(),
                counters.retried.sum(),
                counters.dead.sum(),
                counters.lost.sum(),
                counters.inFlight.sum(),
                subscription.lag(ends));
    }

    private static TriggerStatus status(
            TriggerManifest trigger, Subscription subscription, Map<TopicPartition, Long> ends) {
        Counters counters = subscription.counters();
        return new TriggerStatus(
                trigger.key().toString(),
                trigger.broker().toString(),
                trigger.subscriber().toString(),
                counters.delivered.sum(),
                counters.retried.sum(),
                counters.dead.sum(),
                counters.lost.sum(),
                counters.inFlight.sum(),
                subscription.lag(ends));
    }

    /** Stops reading, lets deliveries under way end (within the drain limit), commits what is done. */
    @Override
    public void close() {
        end(true);
    }

    /** Ends as a crash would: nothing is drained or committed. */
    void abandon() {
        end(false);
    }

    private void end(boolean orderly) {
        timer.shutdownNow();
        stop.now();
        readers.forEach(TopicReader::close);
        threads.shutdown();
        try {
            if (!orderly || !threads.awaitTermination(options.drain().toNanos(), TimeUnit.NANOSECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        if (orderly) {
            offsets.commit(partitions.subscriptions(), false);
        }
        publisher.close();
        admin.close(Duration.ofSeconds(5));
    }

    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("eventing-timer").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
