package by.belparcel.runner.eventing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Committed offsets of the consumer groups, and where topics begin and end. */
final class Offsets {

    private static final Logger LOG = System.getLogger(Offsets.class.getName());
    private static final long SECONDS = 15;
    private static final long STATUS_SECONDS = 2;

    private final Admin admin;
    private final Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();

    Offsets(Admin admin) {
        this.admin = admin;
    }

    /** What each group committed in the given partitions. */
    Map<String, Map<TopicPartition, Long>> committed(Map<String, List<TopicPartition>> partitionsByGroup) {
        Map<String, ListConsumerGroupOffsetsSpec> specs = new HashMap<>();
        partitionsByGroup.forEach((group, partitions) ->
                specs.put(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)));
        Map<String, Map<TopicPartition, Long>> result = new HashMap<>();
        if (!specs.isEmpty()) {
            await(admin.listConsumerGroupOffsets(specs).all()).forEach((group, offsets) -> {
                Map<TopicPartition, Long> known = new HashMap<>();
                offsets.forEach((partition, offset) -> {
                    if (offset != null) {
                        known.put(partition, offset.offset());
                    }
                });
                result.put(group, known);
            });
        }
        return result;
    }

    Map<TopicPartition, Long> begins(Collection<TopicPartition> partitions) {
        return list(partitions, OffsetSpec.earliest(), SECONDS);
    }

    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return list(partitions, OffsetSpec.latest(), SECONDS);
    }

    /** As {@link #ends}, but a status page does not wait long for a Kafka that is away: then it is empty. */
    Map<TopicPartition, Long> endsOrNothing(Collection<TopicPartition> partitions) {
        try {
            return list(partitions, OffsetSpec.latest(), STATUS_SECONDS);
        } catch (IllegalStateException e) {
            return Map.of();
        }
    }

    private Map<TopicPartition, Long> list(Collection<TopicPartition> partitions, OffsetSpec spec, long seconds) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, OffsetSpec> request =
                partitions.stream().collect(Collectors.toMap(Function.identity(), each -> spec));
        Map<TopicPartition, Long> result = new HashMap<>();
        await(admin.listOffsets(request).all(), seconds)
                .forEach((partition, info) -> result.put(partition, info.offset()));
        return result;
    }

    /** Commits what moved since the last time; {@code all} commits the rest too, so that idle groups do not expire. */
    synchronized void commit(Collection<Subscription> subscriptions, boolean all) {
        Map<String, Map<TopicPartition, Long>> pending = new HashMap<>();
        for (Subscription subscription : subscriptions) {
            Map<TopicPartition, Long> known = committed.getOrDefault(subscription.group(), Map.of());
            Map<TopicPartition, Long> moved = new HashMap<>();
            subscription.lanes().forEach((partition, lane) -> {
                Long offset = lane.committable();
                if (all || !offset.equals(known.get(partition))) {
                    moved.put(partition, offset);
                }
            });
            if (!moved.isEmpty()) {
                pending.computeIfAbsent(subscription.group(), missing -> new HashMap<>())
                        .putAll(moved);
            }
        }
        write(pending);
    }

    private void write(Map<String, Map<TopicPartition, Long>> pending) {
        Map<String, KafkaFuture<Void>> requests = new HashMap<>();
        pending.forEach((group, offsets) -> {
            Map<TopicPartition, OffsetAndMetadata> request = new HashMap<>();
            offsets.forEach((partition, offset) -> request.put(partition, new OffsetAndMetadata(offset)));
            requests.put(group, admin.alterConsumerGroupOffsets(group, request).all());
        });
        List<String> failures = new ArrayList<>();
        requests.forEach((group, request) -> {
            try {
                await(request);
                committed
                        .computeIfAbsent(group, missing -> new HashMap<>())
                        .putAll(pending.getOrDefault(group, Map.of()));
            } catch (IllegalStateException e) {
                failures.add(group + ": " + e.getMessage());
            }
        });
        if (!failures.isEmpty()) {
            // harmless by itself: after a restart the same events come again
            LOG.log(Level.WARNING, "offsets not committed, tried again later: {0}", failures);
        }
    }

    static <T> T await(KafkaFuture<T> future) {
        return await(future, SECONDS);
    }

    private static <T> T await(KafkaFuture<T> future, long seconds) {
        try {
            return future.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer from Kafka in " + seconds + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
