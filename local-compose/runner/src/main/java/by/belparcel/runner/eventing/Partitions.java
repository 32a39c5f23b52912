package by.belparcel.runner.eventing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Opens lanes for the partitions that exist, at the offset where each group goes on, and finds new ones later. */
final class Partitions {

    private static final Logger LOG = System.getLogger(Partitions.class.getName());

    private final Topics topics;
    private final Offsets offsets;
    private final Map<Subscription, TopicReader> readers;
    private volatile List<String> missing = List.of();

    Partitions(Topics topics, Offsets offsets, Map<Subscription, TopicReader> readers) {
        this.topics = topics;
        this.offsets = offsets;
        this.readers = Map.copyOf(readers);
    }

    /** Topics that nobody created yet. */
    List<String> missing() {
        return missing;
    }

    /** Opens what is not open yet; {@code first} is the start of the runner, when "latest" means the end of the topic. */
    void open(boolean first) {
        Set<String> wanted = new TreeSet<>();
        readers.keySet().forEach(subscription -> wanted.addAll(subscription.topics()));
        Map<String, Integer> known = topics.partitions(wanted);
        wanted.removeAll(known.keySet());
        missing = List.copyOf(wanted);
        Map<Subscription, List<TopicPartition>> fresh = new HashMap<>();
        Map<String, List<TopicPartition>> byGroup = new HashMap<>();
        Set<TopicPartition> all = new HashSet<>();
        for (Subscription subscription : readers.keySet()) {
            List<TopicPartition> unopened = unopened(subscription, known);
            if (!unopened.isEmpty()) {
                fresh.put(subscription, unopened);
                byGroup.computeIfAbsent(subscription.group(), none -> new ArrayList<>())
                        .addAll(unopened);
                all.addAll(unopened);
            }
        }
        if (!fresh.isEmpty()) {
            open(fresh, new Known(offsets.committed(byGroup), offsets.begins(all), offsets.ends(all)), first);
        }
    }

    private record Known(
            Map<String, Map<TopicPartition, Long>> committed,
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> ends) {}

    private void open(Map<Subscription, List<TopicPartition>> fresh, Known known, boolean first) {
        Map<Subscription, Map<TopicPartition, Lane>> opened = new HashMap<>();
        fresh.forEach((subscription, partitions) -> {
            TopicReader reader = reader(subscription);
            Map<TopicPartition, Lane> lanes = new HashMap<>();
            for (TopicPartition partition : partitions) {
                long offset = start(subscription, partition, known, first);
                lanes.put(partition, subscription.open(partition, offset, reader::wake));
            }
            opened.put(subscription, lanes);
        });
        offsets.commit(fresh.keySet(), true); // a group that starts at latest keeps that place even if nothing comes
        opened.forEach((subscription, lanes) -> lanes.forEach(reader(subscription)::add));
    }

    private TopicReader reader(Subscription subscription) {
        TopicReader reader = readers.get(subscription);
        if (reader == null) {
            throw new IllegalStateException("no reader for " + subscription.name());
        }
        return reader;
    }

    private static List<TopicPartition> unopened(Subscription subscription, Map<String, Integer> known) {
        List<TopicPartition> unopened = new ArrayList<>();
        for (String topic : subscription.topics()) {
            for (int i = 0; i < known.getOrDefault(topic, 0); i++) {
                TopicPartition partition = new TopicPartition(topic, i);
                if (!subscription.lanes().containsKey(partition)) {
                    unopened.add(partition);
                }
            }
        }
        return unopened;
    }

    private static long start(Subscription subscription, TopicPartition partition, Known known, boolean first) {
        long begin = known.begins().getOrDefault(partition, 0L);
        long end = known.ends().getOrDefault(partition, begin);
        @Nullable
        Long committed =
                known.committed().getOrDefault(subscription.group(), Map.of()).get(partition);
        if (committed == null) {
            return first && subscription.start() == Subscription.Start.LATEST ? end : begin;
        }
        if (committed < begin) {
            LOG.log(
                    Level.ERROR,
                    "EVENTS LOST {0}: {1} was cleaned up from {2} to {3} before delivery",
                    subscription.name(),
                    partition,
                    committed,
                    begin);
            return begin;
        }
        if (committed > end) {
            LOG.log(Level.WARNING, "{0}: {1} was made anew, reading from its start", subscription.name(), partition);
            return begin;
        }
        return committed;
    }

    Collection<Subscription> subscriptions() {
        return readers.keySet();
    }
}
