package by.belparcel.events;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.CloudEventHttp;
import by.belparcel.eventing.envelope.CloudEventKafka;
import by.belparcel.eventing.envelope.DecodedEvent;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEncoder;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.envelope.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample as it travels: the attributes of domain README 4.3, over Kafka and over HTTP. */
class EnvelopeConformanceTest {

    private static final String UUID_V7 = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private final String cause = new Ids().next();

    static List<EventType<?>> types() {
        return EventCatalog.all();
    }

    @ParameterizedTest
    @MethodSource("types") // H-50, H-51
    void theHeadersOfARecordAreThoseOfTheEnvelope(EventType<?> type) {
        EventEnvelope envelope = travelling(type);
        Map<String, String> headers = new TreeMap<>();
        CloudEventKafka.headers(envelope)
                .forEach((name, value) -> headers.put(name, new String(value, StandardCharsets.UTF_8)));

        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", type.name())
                .containsEntry("ce_subject", envelope.metadata().subject())
                .containsEntry("ce_partitionkey", envelope.metadata().partitionKey())
                .containsEntry("ce_time", "2026-11-20T05:00:00.123Z")
                .containsEntry("ce_sequence", "0000000042")
                .containsEntry("ce_causationid", cause)
                .containsEntry("content-type", "application/json");
        assertThat(headers.get("ce_id")).matches(UUID_V7);
        assertThat(headers.get("ce_source")).matches("/belparcel/[a-z][A-Za-z]*");
        assertThat(headers.keySet()).allMatch(name -> name.matches("content-type|ce_[a-z0-9]{1,20}"));
        assertThat(headers.get("ce_dataschema"))
                .isEqualTo(Samples.schema(type).get("$id").asString());
    }

    @ParameterizedTest
    @MethodSource("types") // events.md: the subject is the key, whatever the payload calls its subject
    void theSubjectIsTheAggregateOfTheEvent(EventType<?> type) {
        EventEnvelope envelope = travelling(type);

        assertThat(envelope.metadata().subject())
                .isEqualTo(envelope.metadata().partitionKey())
                .isEqualTo(Samples.event(type, Samples.of(type)).aggregateId());
    }

    @ParameterizedTest
    @MethodSource("types") // H-50: both bindings carry the same
    void anEventIsTheSameAfterKafkaAndHttp(EventType<?> type) {
        EventEnvelope sent = travelling(type);

        DecodedEvent fromKafka =
                CloudEventKafka.read(CloudEventKafka.headers(sent).entrySet(), sent.data());
        assertSame(fromKafka, sent);
        CloudEventHttp.HttpEvent binary = CloudEventHttp.write(sent);
        assertSame(CloudEventHttp.read(binary.headers().entrySet(), binary.body()), sent);
        CloudEventHttp.HttpEvent structured = CloudEventHttp.writeStructured(sent);
        assertSame(CloudEventHttp.read(structured.headers().entrySet(), structured.body()), sent);
    }

    private static void assertSame(DecodedEvent received, EventEnvelope sent) {
        assertThat(received).isInstanceOfSatisfying(DecodedEvent.Valid.class, valid -> {
            assertThat(valid.envelope().metadata()).isEqualTo(sent.metadata());
            assertThat(valid.envelope().data()).isEqualTo(sent.data());
        });
    }

    private EventEnvelope travelling(EventType<?> type) {
        DomainEvent event = Samples.event(type, Samples.of(type));
        EventMetadata metadata = new EventMetadata(
                new Ids().next(),
                "/belparcel/placeOrder",
                type.name(),
                event.about(),
                Instant.parse("2026-11-20T05:00:00.123Z"),
                event.aggregateId(),
                42,
                cause,
                cause,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                null,
                "operator:0190a003-0000-7000-8000-000000000007",
                false,
                null,
                event.attributes());
        return EventEncoder.envelope(metadata, event);
    }
}
