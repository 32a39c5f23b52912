package by.belparcel.runner.eventing;

import by.belparcel.runner.manifest.BrokerManifest;
import by.belparcel.runner.manifest.Manifests;
import by.belparcel.runner.manifest.SinkManifest;
import by.belparcel.runner.manifest.TopicManifest;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that manifests ask for and finds out how many partitions topics have. */
final class Topics {

    private static final int LOOKS = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Admin admin;

    Topics(Admin admin) {
        this.admin = admin;
    }

    /** KafkaTopics, the topics of Brokers and of KafkaSinks that name partitions; replicas are cut to the nodes there are. */
    void create(Manifests manifests) {
        int nodes = Offsets.await(admin.describeCluster().nodes()).size();
        Map<String, NewTopic> wanted = new LinkedHashMap<>();
        for (BrokerManifest broker : manifests.brokers()) {
            if (!broker.external()) {
                wanted.put(broker.topic(), topic(broker.topic(), broker.partitions(), broker.replicas(), nodes));
            }
        }
        for (SinkManifest sink : manifests.sinks()) {
            Integer partitions = sink.partitions();
            Integer replicas = sink.replicas();
            if (partitions != null && replicas != null) {
                wanted.put(sink.topic(), topic(sink.topic(), partitions, replicas, nodes));
            }
        }
        for (TopicManifest each : manifests.topics()) {
            Map<String, String> config = new HashMap<>(each.config());
            config.computeIfPresent(
                    "min.insync.replicas", (name, value) -> Integer.toString(Math.min(Integer.parseInt(value), nodes)));
            wanted.put(
                    each.topic(),
                    topic(each.topic(), each.partitions(), each.replicas(), nodes)
                            .configs(config));
        }
        admin.createTopics(wanted.values()).values().forEach(Topics::created);
        awaitVisible(wanted.keySet());
    }

    /** A topic that the controller made is known to the brokers a moment later. */
    private void awaitVisible(Set<String> topics) {
        for (int i = 0; i < LOOKS && partitions(topics).size() < topics.size(); i++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static NewTopic topic(String name, int partitions, int replicas, int nodes) {
        return new NewTopic(name, partitions, (short) Math.min(replicas, nodes));
    }

    private static void created(String topic, KafkaFuture<Void> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + topic + " cannot be created: " + e.getCause(), e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Partitions of the topics that exist. */
    Map<String, Integer> partitions(Collection<String> topics) {
        Map<String, Integer> result = new TreeMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> each :
                admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                result.put(
                        each.getKey(),
                        Offsets.await(each.getValue()).partitions().size());
            } catch (IllegalStateException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return result;
    }
}
