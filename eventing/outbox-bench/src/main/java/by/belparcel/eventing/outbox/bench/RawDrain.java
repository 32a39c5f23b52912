package by.belparcel.eventing.outbox.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The yardstick: one thread, one JDBC cursor over the same rows in the order of seq, pages of 5,000, the same records to the same
 * topic, all acknowledgements awaited per page. No cursor, no claim, no parked keys.
 */
final class RawDrain implements AutoCloseable {

    private static final int PAGE = 5_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private final Log log;
    private final Producer<byte[], byte[]> producer;

    RawDrain(Log log, String brokers) {
        this.log = log;
        this.producer = new KafkaProducer<>(Map.of(
                "bootstrap.servers",
                brokers,
                "acks",
                "all",
                "compression.type",
                "lz4",
                "linger.ms",
                5,
                "batch.size",
                128 * 1024,
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class));
    }

    long drain(long fromSeq) throws SQLException {
        long rows = 0;
        try (Connection connection = log.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local work_mem = '512MB'");
                statement.setFetchSize(PAGE);
                List<Future<RecordMetadata>> sent = new ArrayList<>(PAGE);
                try (ResultSet row = statement.executeQuery("""
                        select topic, aggregate_id, event_id::text, type, source, aggregate_version, correlation_id,
                               causation_id, actor, created_at, attributes->>'traceparent', data
                        from eventing.outbox where seq > %d order by seq""".formatted(fromSeq))) {
                    while (row.next()) {
                        sent.add(producer.send(message(row)));
                        rows++;
                        if (sent.size() == PAGE) {
                            await(sent);
                        }
                    }
                    await(sent);
                }
            }
            connection.commit();
        }
        return rows;
    }

    private void await(List<Future<RecordMetadata>> sent) {
        producer.flush();
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        sent.clear();
    }

    private static ProducerRecord<byte[], byte[]> message(ResultSet row) throws SQLException {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(row.getString(1), bytes(row.getString(2)), row.getBytes(12));
        message.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(row.getString(3)))
                .add("ce_source", bytes(row.getString(5)))
                .add("ce_type", bytes(row.getString(4)))
                .add("ce_subject", message.key())
                .add("ce_time", bytes(TIME.format(row.getObject(10, OffsetDateTime.class))))
                .add("ce_dataschema", bytes("https://belparcel.by/schemas/" + row.getString(4) + ".json"))
                .add("content-type", bytes("application/json"))
                .add("ce_partitionkey", message.key())
                .add("ce_sequence", bytes(String.format(Locale.ROOT, "%010d", row.getLong(6))))
                .add("ce_correlationid", bytes(row.getString(7)))
                .add("ce_causationid", bytes(row.getString(8)))
                .add("ce_actor", bytes(row.getString(9)))
                .add("ce_traceparent", bytes(row.getString(11)));
        return message;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
