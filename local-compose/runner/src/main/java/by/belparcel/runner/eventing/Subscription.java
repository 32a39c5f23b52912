package by.belparcel.runner.eventing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * One consumer group: what a KafkaSource or a Trigger takes from its topics. It is served by a reader that it shares with
 * others, and keeps a {@link Lane} for each partition.
 */
final class Subscription {

    private static final Logger LOG = System.getLogger(Subscription.class.getName());

    /** Most deliveries at a time when unordered (the data plane's max.poll.records). */
    static final int MOST_IN_FLIGHT = 50;

    /** Which records are for this subscription, as the event that it would deliver. */
    @FunctionalInterface
    interface Selection {
        Optional<Event> select(Item item);
    }

    /** Where a group begins that has no committed offset. */
    enum Start {
        EARLIEST,
        LATEST
    }

    private final String name;
    private final String group;
    private final List<String> topics;
    private final Start start;
    private final boolean ordered;
    private final Selection selection;
    private final Delivery delivery;
    private final Counters counters;
    private final Executor threads;
    private final Stop stop;
    private final Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT, true);
    private final Map<TopicPartition, Lane> lanes = new ConcurrentHashMap<>();

    Subscription(
            String name,
            String group,
            List<String> topics,
            Start start,
            boolean ordered,
            Selection selection,
            Delivery delivery,
            Counters counters,
            Executor threads,
            Stop stop) {
        this.name = name;
        this.group = group;
        this.topics = List.copyOf(topics);
        this.start = start;
        this.ordered = ordered;
        this.selection = selection;
        this.delivery = delivery;
        this.counters = counters;
        this.threads = threads;
        this.stop = stop;
    }

    Lane open(TopicPartition partition, long next, Runnable wake) {
        Lane lane = new Lane(this, next, wake);
        lanes.put(partition, lane);
        return lane;
    }

    Optional<Event> select(Item item) {
        return selection.select(item);
    }

    /** Delivers on the calling virtual thread; false when the runner stops before the end. */
    boolean deliver(Lane.Work work) {
        if (!ordered && !acquired()) {
            return false;
        }
        ConsumerRecord<byte[], byte[]> record = work.item().record();
        counters.inFlight.increment();
        try {
            Event event = work.event().at(record.partition(), record.offset());
            return !stop.stopped() && delivery.deliver(event, KafkaFormat.hops(record)) != Delivery.Outcome.UNFINISHED;
        } catch (RuntimeException e) {
            counters.lost.increment();
            LOG.log(Level.ERROR, "EVENT LOST " + name + ": " + work.event().identity(), e);
            return true; // a poison record must not hold up its partition
        } finally {
            counters.inFlight.decrement();
            if (!ordered) {
                inFlight.release();
            }
        }
    }

    private boolean acquired() {
        try {
            inFlight.acquire();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void run(Runnable task) {
        threads.execute(task);
    }

    boolean stopped() {
        return stop.stopped();
    }

    /** Records not yet done; -1 when the ends of the topics are not known. */
    long lag(Map<TopicPartition, Long> ends) {
        long lag = 0;
        for (Map.Entry<TopicPartition, Lane> lane : lanes.entrySet()) {
            Long end = ends.get(lane.getKey());
            if (end == null) {
                return -1;
            }
            lag += Math.max(0, end - lane.getValue().committable());
        }
        return lag;
    }

    boolean ordered() {
        return ordered;
    }

    String name() {
        return name;
    }

    String group() {
        return group;
    }

    List<String> topics() {
        return topics;
    }

    Start start() {
        return start;
    }

    Counters counters() {
        return counters;
    }

    Map<TopicPartition, Lane> lanes() {
        return lanes;
    }
}
