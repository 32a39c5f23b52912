package by.belparcel.eventing.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DecodedEvent.Invalid;
import by.belparcel.eventing.envelope.DecodedEvent.Valid;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudEventKafkaTest {

    @Test
    void readsWhatItWrites() {
        EventEnvelope event = Samples.envelope();

        DecodedEvent read = CloudEventKafka.read(CloudEventKafka.headers(event).entrySet(), event.data());

        assertThat(((Valid) read).envelope().metadata()).isEqualTo(event.metadata());
    }

    @Test
    void prefixesAttributesAndWritesUtf8WithoutPercentEncoding() {
        Map<String, byte[]> headers = CloudEventKafka.headers(Samples.envelope());

        assertThat(headers.keySet())
                .contains("ce_id", "ce_partitionkey", "content-type")
                .doesNotContain("ce_datacontenttype");
        assertThat(new String(headers.get("ce_sequence"), StandardCharsets.UTF_8))
                .isEqualTo("0000000007");
    }

    @Test
    void refusesWhatIsNoEvent() {
        Map<String, byte[]> headers = new LinkedHashMap<>(CloudEventKafka.headers(Samples.envelope()));
        headers.remove("ce_type");

        assertThat(CloudEventKafka.read(headers.entrySet(), new byte[0])).isInstanceOf(Invalid.class);
        headers.put("content-type", "application/avro".getBytes(StandardCharsets.UTF_8));
        assertThat(CloudEventKafka.read(headers.entrySet(), new byte[0])).isInstanceOf(Invalid.class);
    }
}
