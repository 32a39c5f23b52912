package by.belparcel.runner.eventing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The one producer of the runner; a publication is complete when Kafka acknowledged it. */
final class EventPublisher implements Publication, AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final ExecutorService threads;

    EventPublisher(String bootstrapServers, ExecutorService threads) {
        this.threads = threads;
        this.producer = new KafkaProducer<>(
                Map.ofEntries(
                        Map.entry("bootstrap.servers", bootstrapServers),
                        Map.entry("client.id", "belparcel-runner"),
                        Map.entry("acks", "all"),
                        Map.entry("linger.ms", 0),
                        Map.entry("request.timeout.ms", 5_000),
                        Map.entry("delivery.timeout.ms", 10_000),
                        Map.entry("max.block.ms", 10_000),
                        Map.entry("reconnect.backoff.max.ms", 1_000),
                        Map.entry("enable.metrics.push", false),
                        Map.entry("metric.reporters", ""),
                        Map.entry("buffer.memory", 16L * 1024 * 1024)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Never blocks an event loop: the first record of a topic waits for its metadata on a virtual thread. */
    @Override
    public CompletableFuture<Void> publish(String topic, Event event, boolean structured, int hops) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Runnable send = () -> send(KafkaFormat.write(topic, event, structured, hops), done);
        try {
            if (Thread.currentThread().isVirtual()) {
                send.run();
            } else {
                threads.execute(send);
            }
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(e);
        }
        return done;
    }

    private void send(ProducerRecord<byte[], byte[]> record, CompletableFuture<Void> done) {
        try {
            @SuppressWarnings("unused")
            var ignored = producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
