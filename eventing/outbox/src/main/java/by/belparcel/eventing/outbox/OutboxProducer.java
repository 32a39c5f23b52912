package by.belparcel.eventing.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The one Kafka producer of the process: made at the first record, thrown away with everything it has buffered when Kafka as a
 * whole fails. A producer that went on after a lost batch could deliver later events of a key before earlier ones.
 */
public final class OutboxProducer implements AutoCloseable {

    private final Supplier<Producer<byte[], byte[]>> factory;
    private final ReadWriteLock batches = new ReentrantReadWriteLock();
    private @Nullable Producer<byte[], byte[]> current;

    public OutboxProducer(Supplier<Producer<byte[], byte[]>> factory) {
        this.factory = factory;
    }

    /** @param brokers {@code host:port,..}; nothing connects before the first record */
    public static OutboxProducer to(String brokers) {
        return new OutboxProducer(() -> new KafkaProducer<>(settings(brokers)));
    }

    /**
     * Blocking for metadata (3 s) and waiting for acknowledgements (8 s) together stay below the 15 s of
     * {@code idle_in_transaction_session_timeout}: a claim outlives the wait for its records. A record that travels alone
     * behind those of a neighbour can wait longer; then the session ends, nothing is marked and the rows are sent again.
     */
    static Map<String, Object> settings(String brokers) {
        return Map.ofEntries(
                Map.entry("bootstrap.servers", brokers),
                Map.entry("client.id", "belparcel-outbox"),
                Map.entry("acks", "all"),
                Map.entry("enable.idempotence", true),
                Map.entry("max.in.flight.requests.per.connection", 5),
                Map.entry("compression.type", "lz4"),
                Map.entry("linger.ms", 5),
                Map.entry("batch.size", 128 * 1024),
                Map.entry("buffer.memory", 16L * 1024 * 1024),
                Map.entry("max.block.ms", 3_000L),
                Map.entry("request.timeout.ms", 4_000),
                Map.entry("delivery.timeout.ms", 8_000),
                Map.entry("reconnect.backoff.max.ms", 500L),
                Map.entry("metric.reporters", ""),
                Map.entry("enable.metrics.push", false),
                Map.entry("key.serializer", ByteArraySerializer.class),
                Map.entry("value.serializer", ByteArraySerializer.class));
    }

    synchronized Producer<byte[], byte[]> get() {
        Producer<byte[], byte[]> producer = current;
        if (producer == null) {
            producer = factory.get();
            current = producer;
        }
        return producer;
    }

    /** Held while a record is sent that may share its batch with others. */
    Lock inSharedBatches() {
        return batches.readLock();
    }

    /** Held while a record is sent that must be alone in its batch; who holds it may send, nobody else. */
    Lock aloneInItsBatch() {
        return batches.writeLock();
    }

    /** Drops a failed producer: what it has not sent yet is never sent. Safe in a callback of that producer. */
    void discard(Producer<byte[], byte[]> failed) {
        synchronized (this) {
            if (current != failed) {
                return;
            }
            current = null;
        }
        // Outside the lock: closing waits for the producer's thread, which may be in a callback that comes here.
        failed.close(Duration.ZERO);
    }

    @Override
    public void close() {
        Producer<byte[], byte[]> last;
        synchronized (this) {
            last = current;
            current = null;
        }
        // Outside the lock, as above.
        if (last != null) {
            last.close(Duration.ofSeconds(1));
        }
    }
}
