package by.belparcel.eventing.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class TimesTest {

    @Test
    void readsATimeWithItsOffset() {
        assertThat(Times.parse("2026-11-20T10:00:00+03:00")).contains(Instant.parse("2026-11-20T07:00:00Z"));
    }

    @ParameterizedTest // S-181: a year that no column holds made a 500
    @ValueSource(
            strings = {
                "",
                "2026",
                "yesterday",
                "2026-11-20",
                "2026-11-20T10:00:00",
                "+999999999-12-31T23:59:59Z",
                "-99999-01-01T00:00:00Z",
                "-999-01-01T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "2026-11-20T10:00:00Z; drop table orders.orders"
            })
    void refusesWhatIsNotRfc3339(String text) {
        assertThat(Times.parse(text)).isEmpty();

        Input input = Input.of(JsonNodeFactory.instance.objectNode().put("at", text));
        assertThat(input.optionalInstant("at")).isEmpty();
        assertThat(input.problems())
                .singleElement()
                .satisfies(e -> assertThat(e.pointer()).isEqualTo("/at"));
    }
}
