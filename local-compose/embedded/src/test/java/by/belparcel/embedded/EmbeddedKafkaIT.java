package by.belparcel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

final class EmbeddedKafkaIT {

    @Test
    void keepsAcknowledgedRecordsOverAKillAndARestart() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Options.temporary())) {
            kafka.createTopics(Map.of("events.order", 2));
            kafka.createTopics(Map.of("events.order", 2));
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", kafka.brokers(), "acks", "all"),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>("events.order", 1, null, "kept".getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
            kafka.kill();
            kafka.restart();
            assertThat(read(kafka)).containsExactly("kept");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.brokers()))) {
                assertThat(admin.listTopics().names().get()).containsExactly("events.order");
            }
        }
        assertThat(Leftovers.of("kafka-")).isEmpty();
    }

    private static List<String> read(EmbeddedKafka kafka) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.brokers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition("events.order", 1)));
            consumer.seekToBeginning(consumer.assignment());
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < deadline) {
                var records = consumer.poll(Duration.ofMillis(200));
                if (!records.isEmpty()) {
                    return records.records(new TopicPartition("events.order", 1)).stream()
                            .map(ConsumerRecord::value)
                            .map(value -> new String(value, StandardCharsets.UTF_8))
                            .toList();
                }
            }
            return List.of();
        }
    }
}
