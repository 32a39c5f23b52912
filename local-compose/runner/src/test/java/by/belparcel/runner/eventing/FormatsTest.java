package by.belparcel.runner.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.runner.manifest.BackoffPolicy;
import by.belparcel.runner.manifest.DeliveryPolicy;
import by.belparcel.runner.manifest.Key;
import by.belparcel.runner.manifest.Place;
import by.belparcel.runner.manifest.SourceManifest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    private static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                3,
                42,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }

    private static ConsumerRecord<byte[], byte[]> plain(
            byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {
        RecordHeaders kafkaHeaders = new RecordHeaders();
        headers.forEach((name, text) -> kafkaHeaders.add(name, bytes(text)));
        return new ConsumerRecord<>(
                "t",
                3,
                42,
                1_700_000_000_000L,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                kafkaHeaders,
                Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SourceManifest source(SourceManifest.KeyType type) {
        DeliveryPolicy policy = new DeliveryPolicy(null, 0, BackoffPolicy.LINEAR, Duration.ZERO, Duration.ZERO);
        return new SourceManifest(
                new Key("shop", "orders"),
                List.of("t"),
                "g",
                true,
                true,
                policy,
                URI.create("http://x"),
                Map.of(),
                type,
                1,
                new Place("f", 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsAnEventThroughKafka(boolean structured) {
        Event event = Events.placed("1");

        ProducerRecord<byte[], byte[]> record = KafkaFormat.write("t", event, structured, 0);
        Event read = KafkaFormat.read(consumed(record)).orElseThrow();

        assertThat(record.key()).asString().isEqualTo("k-1");
        assertThat(read.attributes()).isEqualTo(event.attributes());
        assertThat(read.data()).isEqualTo(event.data());
    }

    @Test
    void writesBinaryRecordsWithCeHeadersAndContentType() {
        ProducerRecord<byte[], byte[]> record = KafkaFormat.write("t", Events.placed("1"), false, 0);

        assertThat(record.headers())
                .extracting(each -> each.key() + "=" + new String(each.value(), StandardCharsets.UTF_8))
                .contains("ce_id=1", "ce_specversion=1.0", "content-type=application/json")
                .noneMatch(each -> each.contains("hops"));
    }

    @Test
    void hasNoKeyWithoutAPartitionKey() {
        assertThat(KafkaFormat.write("t", Events.event("1", "a", Map.of(), "{}"), false, 0)
                        .key())
                .isNull();
    }

    @Test
    void carriesHopsBesideTheEvent() {
        ConsumerRecord<byte[], byte[]> record = consumed(KafkaFormat.write("t", Events.placed("1"), false, 7));

        assertThat(KafkaFormat.hops(record)).isEqualTo(7);
        assertThat(KafkaFormat.read(record).orElseThrow().attributes())
                .isEqualTo(Events.placed("1").attributes());
    }

    @Test
    void makesAnEventOfAPlainRecord() {
        ConsumerRecord<byte[], byte[]> record =
                plain(bytes("k"), bytes("v"), Map.of("content-type", "text/plain", "X-Trace_Id", "t1"));

        assertThat(KafkaFormat.read(record)).isEmpty();
        Event event = PlainRecords.event(source(SourceManifest.KeyType.STRING), record);

        assertThat(event.attributes())
                .isEqualTo(Map.ofEntries(
                        Map.entry("specversion", "1.0"),
                        Map.entry("id", "partition:3/offset:42"),
                        Map.entry("source", "/apis/v1/namespaces/shop/kafkasources/orders#t"),
                        Map.entry("type", "dev.knative.kafka.event"),
                        Map.entry("subject", "partition:3#42"),
                        Map.entry("time", "2023-11-14T22:13:20Z"),
                        Map.entry("datacontenttype", "text/plain"),
                        Map.entry("kafkaheaderxtraceid", "t1"),
                        Map.entry("key", "k"),
                        Map.entry("partitionkey", "k")));
        assertThat(PlainRecords.event(source(SourceManifest.KeyType.STRING), plain(null, null, Map.of()))
                        .data())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "INT, 00000102, 258",
        "FLOAT, 3fc00000, 1.5",
        "FLOAT, 3ff8000000000000, 1.5",
        "BYTE_ARRAY, 00ff, AP8=",
        "STRING, 6b, k",
        "INT, 6b, k"
    })
    void readsKeysByTheirType(SourceManifest.KeyType type, String hex, String key) {
        assertThat(PlainRecords.key(type, HexFormat.of().parseHex(hex))).isEqualTo(key);
    }

    @Test
    void readsStructuredHttpWithAnyKindOfData() {
        Map<String, String> headers = Map.of("Content-Type", "application/cloudevents+json; charset=UTF-8");
        String head = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"n\":5,";

        assertThat(HttpFormat.read(headers, bytes(head + "\"data\":{\"a\":[1]}}"))
                        .data())
                .asString()
                .isEqualTo("{\"a\":[1]}");
        assertThat(HttpFormat.read(headers, bytes(head + "\"data_base64\":\"AQI=\"}"))
                        .data())
                .containsExactly(1, 2);
        Event text = HttpFormat.read(headers, bytes(head + "\"datacontenttype\":\"text/plain\",\"data\":\"x\"}"));
        assertThat(text.data()).asString().isEqualTo("x");
        assertThat(text.get("n")).isEqualTo("5");
    }

    @Test
    void readsBinaryHttpWhateverTheCaseOfItsHeaders() {
        Event event = HttpFormat.read(
                Map.of("CE-ID", "1", "Ce-Source", "/s", "ce-type", "t", "Ce-SpecVersion", "1.0", "Accept", "x"),
                new byte[0]);

        assertThat(event.attributes()).isEqualTo(Map.of("id", "1", "source", "/s", "type", "t", "specversion", "1.0"));
        assertThat(event.data()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/cloudevents+json|{",
                "application/cloudevents+json|[]",
                "application/cloudevents+json|{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\"}",
                "application/cloudevents+json|{\"specversion\":\"0.3\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"}",
                "application/cloudevents+json|{\"specversion\":\"1.0\",\"id\":\"\",\"source\":\"/s\",\"type\":\"t\"}",
                "application/cloudevents+json|{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"A\":\"b\"}",
                "application/cloudevents+json|{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"a\":{}}",
                "application/cloudevents+json|{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"time\":\"now\"}",
                "application/cloudevents-batch+json|[]",
                "application/json|{}",
            })
    void refusesWhatIsNoEvent(String contentType, String body) {
        assertThatThrownBy(() -> HttpFormat.read(Map.of("content-type", contentType), bytes(body)))
                .isInstanceOf(NoEventException.class);
    }

    @Test
    void overridesExtensionsButNoCoreAttribute() {
        Event event = Events.placed("1").overridden(Map.of("type", "other", "zone", "north"));

        assertThat(event.attributes()).containsEntry("type", "order.placed").containsEntry("zone", "north");
    }
}
