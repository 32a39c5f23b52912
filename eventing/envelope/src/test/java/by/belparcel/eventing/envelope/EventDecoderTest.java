package by.belparcel.eventing.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.eventing.envelope.EventDecoder.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {

    private static Payload<Samples.Weighed> decode(String json) {
        return EventDecoder.decode(Samples.Weighed.TYPE, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatTheEncoderWrites() {
        Samples.Weighed event = new Samples.Weighed("p", 7, "s", List.of(new Samples.Line("1")));

        byte[] data = EventEncoder.data(event);

        assertThat(new String(data, StandardCharsets.UTF_8))
                .isEqualTo("{\"parcel_id\":\"p\",\"grams\":7,\"scale\":\"s\",\"lines\":[{\"line_no\":\"1\"}]}");
        assertThat(EventDecoder.decode(Samples.Weighed.TYPE, data)).isEqualTo(new Payload.Read<>(event));
    }

    @Test // H-47
    void ignoresUnknownFields() {
        assertThat(decode("{\"parcel_id\":\"p\",\"grams\":7,\"new\":{\"x\":1}}"))
                .isInstanceOf(Payload.Read.class);
    }

    @ParameterizedTest // S-167
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"grams\":7}|/parcel_id",
                "{\"parcel_id\":null,\"grams\":7}|/parcel_id",
                "{\"parcel_id\":\"p\"}|grams",
                "{\"parcel_id\":\"p\",\"grams\":1,\"lines\":[{}]}|/lines/-/line_no",
                "{\"parcel_id\":\"p\",\"grams\":\"much\"}|grams",
            })
    void namesTheFieldThatIsWrong(String json, String field) {
        assertThat(decode(json))
                .isInstanceOfSatisfying(
                        Payload.Unreadable.class, no -> assertThat(no.detail()).contains(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{", "{\"parcel_id\":\"p\",\"grams\":1} x"})
    void refusesWhatIsNoObject(String json) {
        assertThat(decode(json)).isInstanceOf(Payload.Unreadable.class);
    }

    @Test // S-169
    void refusesToEncodeMoreThanSixtyFourKibibytes() {
        Samples.Weighed large = new Samples.Weighed("p", 1, "x".repeat(64 * 1024), null);
        assertThatThrownBy(() -> EventEncoder.data(large)).hasMessageContaining("65536");
    }
}
