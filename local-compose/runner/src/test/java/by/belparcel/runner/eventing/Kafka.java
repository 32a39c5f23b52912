package by.belparcel.runner.eventing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes and reads topics from outside the runner. */
final class Kafka implements AutoCloseable {

    // kept here, since the log forgets the level of a logger that nobody holds
    private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka");

    private final String brokers;
    private final KafkaProducer<byte[], byte[]> producer;

    Kafka(String brokers) {
        CLIENTS.setLevel(Level.SEVERE);
        this.brokers = brokers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void send(String topic, List<Event> events) throws Exception {
        List<Future<?>> acks = new ArrayList<>();
        for (Event event : events) {
            acks.add(producer.send(KafkaFormat.write(topic, event, false, 0)));
        }
        for (var ack : acks) {
            ack.get(60, TimeUnit.SECONDS);
        }
    }

    /** The first {@code count} events of a topic. */
    List<Event> read(String topic, int count, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        List<Event> events = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (events.size() < count && System.nanoTime() < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    events.add(KafkaFormat.read(record).orElseThrow());
                }
            }
        }
        return events;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
