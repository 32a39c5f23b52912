package by.belparcel.events;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEncoder;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.envelope.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One file per release: type to the smallest payload that the release wrote. Files are added, never edited. */
class HistoryTest {

    @ParameterizedTest
    @ValueSource(strings = "0.1.0") // H-47: a new consumer reads what an old producer wrote
    void everyPayloadOfTheReleaseIsStillRead(String release) {
        JsonNode payloads = Samples.read("/samples/history/" + release + ".json");
        for (String name : payloads.propertyNames()) {
            EventType<?> type = EventCatalog.find(name).orElseThrow(() -> new AssertionError(name + " is gone"));
            JsonNode payload = payloads.get(name);

            assertThat(Samples.problems(type, payload)).as(name).isEmpty();
            DomainEvent event = Samples.event(type, payload);
            assertThat(Json.mapper().readTree(EventEncoder.data(event)))
                    .as(name)
                    .isEqualTo(payload);
        }
    }

    @Test
    void theFirstReleaseIsKeptWhole() {
        JsonNode payloads = Samples.read("/samples/history/0.1.0.json");
        List<String> withoutOptionalFields = EventCatalog.all().stream()
                .filter(type -> payloads.has(type.name()))
                .filter(type ->
                        payloads.get(type.name()).size() < Samples.of(type).size())
                .map(EventType::name)
                .toList();

        assertThat(payloads.size()).isEqualTo(43);
        assertThat(withoutOptionalFields).contains("by.belparcel.order.created.v1", "by.belparcel.pricing.quoted.v1");
    }
}
