package by.belparcel.events;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventDecoder;
import by.belparcel.eventing.envelope.EventEncoder;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.envelope.Json;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SamplesTest {

    static List<EventType<?>> types() {
        return EventCatalog.all();
    }

    @ParameterizedTest
    @MethodSource(
            "types") // D4, A19: producers and consumers share one record, and its sample fits the published schema
    void theSampleHasEveryFieldAndFitsTheSchema(EventType<?> type) {
        JsonNode sample = Samples.of(type);
        JsonNode fields = Samples.schema(type).get("properties");

        assertThat(new TreeSet<>(sample.propertyNames())).isEqualTo(new TreeSet<>(fields.propertyNames()));
        assertThat(Samples.problems(type, sample)).isEmpty();
        assertThat(PayloadShape.problems(type.name(), sample)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSampleIsReadAndWrittenUnchanged(EventType<?> type) {
        JsonNode sample = Samples.of(type);

        byte[] written = EventEncoder.data(Samples.event(type, sample));

        assertThat(Json.mapper().readTree(written)).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("types") // H-47: an old consumer reads a new event
    void fieldsThatNobodyKnowsYetAreIgnored(EventType<?> type) {
        DomainEvent known = Samples.event(type, Samples.of(type));
        ObjectNode newer = Samples.of(type);
        newer.putObject("added_later").put("in", "v1.1");

        assertThat(Samples.problems(type, newer)).isEmpty();
        assertThat(Samples.event(type, newer)).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("types") // schema, decoder and the dead-letter editor agree on what is required
    void aFieldMayBeAbsentExactlyWhenTheSchemaSaysSo(EventType<?> type) {
        JsonNode required = Samples.schema(type).get("required");
        for (String field : Samples.of(type).propertyNames()) {
            boolean optional =
                    required.valueStream().noneMatch(name -> name.asString().equals(field));
            ObjectNode shorter = Samples.of(type);
            shorter.remove(field);

            assertThat(Samples.problems(type, shorter).isEmpty())
                    .as("schema: " + field)
                    .isEqualTo(optional);
            assertThat(PayloadShape.problems(type.name(), shorter).isEmpty())
                    .as("shape: " + field)
                    .isEqualTo(optional);
            assertThat(Samples.decode(type, shorter) instanceof EventDecoder.Payload.Read)
                    .as("decoder: " + field)
                    .isEqualTo(optional);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFieldOfAnotherJsonTypeIsRefused(EventType<?> type) {
        for (String field : Samples.of(type).propertyNames()) {
            ObjectNode wrong = Samples.of(type);
            wrong.putArray(field).addArray();

            assertThat(Samples.problems(type, wrong)).as(field).isNotEmpty();
            assertThat(PayloadShape.problems(type.name(), wrong)).as(field).isNotEmpty();
        }
    }
}
