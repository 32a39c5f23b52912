package by.belparcel.tracking.adapter;

import by.belparcel.eventing.envelope.CloudEventKafka;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.tracking.application.LocationChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/** A plain idempotent producer, made at the first position. Waiting for Kafka is bounded to a few seconds: an upload is repeated. */
public final class KafkaLocations implements LocationChannel {

    private final String brokers;
    private @Nullable Producer<byte[], byte[]> producer;

    /** @param brokers {@code host:port,..}; nothing connects before the first position */
    public KafkaLocations(String brokers) {
        this.brokers = brokers;
    }

    @Override
    public Mono<Void> send(String topic, List<EventEnvelope> events) {
        if (events.isEmpty()) {
            return Mono.empty();
        }
        // The client blocks for metadata, so it must not do so on a thread that serves others.
        return Mono.<Void>create(sink -> sendAll(topic, events, sink)).subscribeOn(Schedulers.boundedElastic());
    }

    private void sendAll(String topic, List<EventEnvelope> events, MonoSink<Void> sink) {
        Producer<byte[], byte[]> to = producer();
        AtomicInteger left = new AtomicInteger(events.size());
        for (EventEnvelope event : events) {
            var sent = to.send(record(topic, event), (metadata, error) -> {
                if (error != null) {
                    sink.error(error);
                } else if (left.decrementAndGet() == 0) {
                    sink.success();
                }
            });
            if (sent.isDone() && sent.state() == java.util.concurrent.Future.State.FAILED) {
                // Kafka is away: the rest would each wait as long.
                sink.error(sent.exceptionNow());
                return;
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, EventEnvelope event) {
        RecordHeaders headers = new RecordHeaders();
        CloudEventKafka.headers(event).forEach(headers::add);
        byte[] key = event.metadata().partitionKey().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, null, key, event.data(), headers);
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> made = producer;
        if (made == null) {
            made = new KafkaProducer<>(settings());
            producer = made;
        }
        return made;
    }

    /** Together less than the 15 s of {@code idle_in_transaction_session_timeout}. */
    private Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("bootstrap.servers", brokers),
                Map.entry("client.id", "belparcel-locations"),
                Map.entry("acks", "all"),
                Map.entry("enable.idempotence", true),
                Map.entry("compression.type", "lz4"),
                Map.entry("linger.ms", 5),
                Map.entry("buffer.memory", 8L * 1024 * 1024),
                Map.entry("max.block.ms", 2_000L),
                Map.entry("request.timeout.ms", 2_000),
                Map.entry("delivery.timeout.ms", 4_000),
                Map.entry("reconnect.backoff.max.ms", 500L),
                Map.entry("metric.reporters", ""),
                Map.entry("enable.metrics.push", false),
                Map.entry("key.serializer", ByteArraySerializer.class),
                Map.entry("value.serializer", ByteArraySerializer.class));
    }
}
