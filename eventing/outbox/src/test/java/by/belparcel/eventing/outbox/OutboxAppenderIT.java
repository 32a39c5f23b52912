package by.belparcel.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.store.Database;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class OutboxAppenderIT {

    private final OutboxBed bed = new OutboxBed();
    private final Database database = bed.database(1);
    private final OutboxAppender appender = new OutboxAppender();
    private final Ids ids = new Ids();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void appendsInTheOrderOfTheListWithOneStatement() throws SQLException {
        List<OutboxEvent> events = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> event("order-" + i % 7, i, Map.of()))
                .toList();
        assertThat(database.inTransaction(tx -> appender.append(tx, events)).block())
                .isEqualTo(300);
        assertThat(bed.text("select aggregate_version from eventing.outbox order by seq"))
                .isEqualTo(String.join(
                        "\n",
                        IntStream.rangeClosed(1, 300)
                                .mapToObj(Integer::toString)
                                .toList()));
        assertThat(bed.number("select count(distinct xid) from eventing.outbox"))
                .isOne();
    }

    @Test
    void givesTheShardThatSqlComputes() throws SQLException {
        database.inTransaction(tx -> appender.append(
                        tx,
                        IntStream.range(0, 200)
                                .mapToObj(i -> event("Заказ-" + i, 1, Map.of()))
                                .toList()))
                .block();
        assertThat(
                        bed.number(
                                "select count(*) from eventing.outbox where shard <> (crc32(convert_to(aggregate_id, 'UTF8')) & 15)"))
                .isZero();
    }

    @Test
    void leavesNothingWhenTheTransactionIsRolledBack() throws SQLException {
        Mono<Long> failing = database.inTransaction(tx -> appender.append(tx, List.of(event("a", 1, Map.of())))
                .flatMap(rows -> Mono.error(new IllegalStateException("no"))));
        assertThat(failing.onErrorReturn(-1L).block()).isEqualTo(-1);
        assertThat(bed.number("select count(*) from eventing.outbox")).isZero();
    }

    @Test // R-22, H-51
    void isPublishedAsAValidBinaryCloudEvent() throws Exception {
        OutboxEvent event = event("order-1", 7, Map.of("shopid", "shop-9", "note", "a \"b\" ü\\"));
        database.inTransaction(tx -> appender.append(tx, List.of(event))).block();
        assertThat(bed.drain().drain().block()).isOne();
        Published published = bed.published().getFirst();
        assertThat(published.key()).isEqualTo("order-1");
        try (CloudEventDeserializer deserializer = new CloudEventDeserializer()) {
            CloudEvent read = deserializer.deserialize(
                    bed.topic,
                    published.message().headers(),
                    published.message().value());
            assertThat(read.getId()).isEqualTo(event.metadata().id());
            assertThat(read.getType()).isEqualTo("by.belparcel.order.created.v1");
            assertThat(read.getSource()).hasToString("/belparcel/orders");
            assertThat(read.getSubject()).isEqualTo("parcel-1");
            assertThat(Objects.requireNonNull(read.getTime()).toInstant())
                    .isEqualTo(event.metadata().time());
            assertThat(read.getDataContentType()).isEqualTo("application/json");
            assertThat(read.getExtension("partitionkey")).isEqualTo("order-1");
            assertThat(read.getExtension("sequence")).isEqualTo("0000000007");
            assertThat(read.getExtension("correlationid")).isEqualTo("corr");
            assertThat(read.getExtension("causationid")).isEqualTo("cause");
            assertThat(read.getExtension("traceparent"))
                    .isEqualTo(event.metadata().traceparent());
            assertThat(read.getExtension("shopid")).isEqualTo("shop-9");
            assertThat(read.getExtension("note")).isEqualTo("a \"b\" ü\\");
            assertThat(read.getExtension("actor")).isEqualTo("operator:1");
            assertThat(new String(Objects.requireNonNull(read.getData()).toBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"total\": 12, \"currency\": \"BYN\"}");
        }
    }

    private OutboxEvent event(String key, long version, Map<String, String> extensions) {
        EventMetadata metadata = new EventMetadata(
                ids.next(),
                "/belparcel/orders",
                "by.belparcel.order.created.v1",
                "parcel-1",
                Instant.parse("2026-11-20T08:00:00.250Z"),
                key,
                version,
                "co\u001frr",
                "cause",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                null,
                "operator:1",
                false,
                null,
                extensions);
        return new OutboxEvent(metadata, bed.topic, "{\"currency\":\"BYN\",\"total\":12}");
    }
}
