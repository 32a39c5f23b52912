package by.belparcel.eventing.outbox.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic to its end and compares the versions of each key: first occurrences must rise. */
record OrderCheck(long records, long disordered) {

    static OrderCheck of(String brokers, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                brokers,
                "auto.offset.reset",
                "earliest",
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
        long records = 0;
        long disordered = 0;
        Map<String, Long> highest = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofSeconds(1))) {
                    records++;
                    String key = new String(each.key(), StandardCharsets.UTF_8);
                    long version = Long.parseLong(
                            new String(each.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8));
                    Long before = highest.merge(key, version, Math::max);
                    if (before > version) {
                        disordered++;
                    }
                }
            }
        }
        return new OrderCheck(records, disordered);
    }
}
