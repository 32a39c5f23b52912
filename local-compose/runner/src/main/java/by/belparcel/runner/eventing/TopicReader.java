package by.belparcel.runner.eventing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads many partitions with one consumer for all subscriptions: each record is fetched and decoded once. The consumer
 * stands at the smallest offset that a lane with room wants; lanes pass over what they had, so a slow one costs a second
 * reading of its stretch and never holds up the others. Partitions are assigned, not balanced: nothing can be kicked out
 * of a group, however long a delivery takes.
 */
final class TopicReader implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TopicReader.class.getName());
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration POSITION = Duration.ofSeconds(5);
    private static final Duration WITHOUT_TOPICS = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final boolean plainRecords;
    private final Map<String, Object> config;
    private final Stop stop;
    private final Thread thread;
    private final CountDownLatch standing = new CountDownLatch(1);
    private final Map<TopicPartition, List<Lane>> lanes = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

    private TopicReader(String name, String bootstrapServers, boolean source, Stop stop) {
        this.stop = stop;
        this.plainRecords = source;
        this.config = Map.ofEntries(
                Map.entry("bootstrap.servers", bootstrapServers),
                Map.entry("client.id", "belparcel-runner-" + name),
                Map.entry("isolation.level", source ? "read_committed" : "read_uncommitted"),
                Map.entry("enable.auto.commit", false),
                Map.entry("auto.offset.reset", "earliest"),
                Map.entry("fetch.min.bytes", 1),
                // a consumer has one fetch under way: going back for a lane waits for its end, so it must be short
                Map.entry("fetch.max.wait.ms", 250),
                Map.entry("fetch.max.bytes", 4 * 1024 * 1024),
                Map.entry("max.partition.fetch.bytes", 512 * 1024),
                Map.entry("reconnect.backoff.max.ms", 1_000),
                Map.entry("enable.metrics.push", false),
                Map.entry("metric.reporters", ""));
        this.thread = Thread.ofPlatform().name("eventing-" + name).daemon().unstarted(this::run);
    }

    /** For KafkaSources: committed records only, plain records are welcome. */
    static TopicReader ofSources(String bootstrapServers, Stop stop) {
        return new TopicReader("sources", bootstrapServers, true, stop);
    }

    /** For the topics of Brokers: uncommitted records too, and a record that is no event is discarded. */
    static TopicReader ofBrokers(String bootstrapServers, Stop stop) {
        return new TopicReader("brokers", bootstrapServers, false, stop);
    }

    void add(TopicPartition partition, Lane lane) {
        lanes.computeIfAbsent(partition, missing -> new CopyOnWriteArrayList<>())
                .add(lane);
        wake();
    }

    void start() {
        thread.start();
    }

    /** A lane has room again, or there is a new one. */
    void wake() {
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    /** True once the first positions are taken. */
    boolean standing() {
        return standing.getCount() == 0;
    }

    private void run() {
        while (!stop.stopped()) {
            try (KafkaConsumer<byte[], byte[]> opened =
                    new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                positions.clear();
                consumer = opened;
                read(opened);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "reading stopped and begins again: {0}", e.toString());
                if (stop.await(AFTER_FAILURE)) {
                    return;
                }
            } finally {
                consumer = null;
            }
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> opened) {
        while (!stop.stopped()) {
            if (lanes.isEmpty()) {
                standing.countDown();
                if (stop.await(WITHOUT_TOPICS)) {
                    return;
                }
                continue;
            }
            try {
                Map<TopicPartition, List<Lane>> served = plan(opened);
                standing.countDown();
                take(opened, opened.poll(IDLE), served);
            } catch (WakeupException e) {
                // It may have come out of a take that was half done: what that had polled is fetched again.
                positions.clear();
                LOG.log(Level.TRACE, "woken");
            }
        }
    }

    /** Puts the consumer where the lanes with room want it; the result says who may take records now. */
    private Map<TopicPartition, List<Lane>> plan(KafkaConsumer<byte[], byte[]> opened) {
        if (opened.assignment().size() != lanes.size()) {
            opened.assign(lanes.keySet());
        }
        Map<TopicPartition, List<Lane>> served = new HashMap<>();
        Set<TopicPartition> paused = opened.paused();
        lanes.forEach((partition, all) -> {
            List<Lane> roomy = new ArrayList<>();
            long least = Long.MAX_VALUE;
            for (Lane lane : all) {
                Long wanted = lane.wanted();
                if (wanted != null) {
                    roomy.add(lane);
                    least = Math.min(least, wanted);
                }
            }
            if (roomy.isEmpty()) {
                opened.pause(Set.of(partition));
                return;
            }
            if (paused.contains(partition)) {
                opened.resume(Set.of(partition));
            }
            Long position = positions.get(partition);
            if (position == null || position != least) {
                opened.seek(partition, least);
                positions.put(partition, least);
            }
            served.put(partition, roomy);
        });
        return served;
    }

    private void take(
            KafkaConsumer<byte[], byte[]> opened,
            ConsumerRecords<byte[], byte[]> records,
            Map<TopicPartition, List<Lane>> served) {
        Map<TopicPartition, List<Item>> items = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<Item> decoded = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                Item item = Item.of(record);
                if (!plainRecords && item.event().isEmpty()) {
                    LOG.log(Level.WARNING, "discarded: {0} offset {1} is no CloudEvent", partition, record.offset());
                }
                decoded.add(item);
            }
            items.put(partition, decoded);
        }
        served.forEach((partition, roomy) -> {
            long position = opened.position(partition, POSITION);
            for (Lane lane : roomy) {
                if (items.getOrDefault(partition, List.of()).stream().allMatch(lane::offer)) {
                    lane.advance(position);
                }
            }
            positions.put(partition, position);
        });
    }

    @Override
    public void close() {
        wake();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
