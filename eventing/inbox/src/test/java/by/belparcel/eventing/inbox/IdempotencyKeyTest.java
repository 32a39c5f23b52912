package by.belparcel.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void readsBareAndQuotedKeysAsTheSame() {
        assertThat(IdempotencyKey.parse(List.of("abc"))).isEqualTo(new IdempotencyKey.Present("abc"));
        assertThat(IdempotencyKey.parse(List.of(" \"abc\" "))).isEqualTo(new IdempotencyKey.Present("abc"));
        assertThat(IdempotencyKey.parse(List.of("8e03978e-40d5-43e8-bc93-6894a57f9324")))
                .isInstanceOf(IdempotencyKey.Present.class);
    }

    @ParameterizedTest // H-02
    @ValueSource(strings = {"", " ", "\"\"", "\"", "a b", "a,b", "\"a\",\"b\"", "a\tb", "é", "\"a\"b"})
    void refusesEverythingElse(String header) {
        assertThat(IdempotencyKey.parse(List.of(header))).isInstanceOf(IdempotencyKey.Refused.class);
    }
}
