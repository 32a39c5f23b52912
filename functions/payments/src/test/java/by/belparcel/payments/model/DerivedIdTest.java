package by.belparcel.payments.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {

    private static final String ORDER = "01933b7c-1234-7abc-8def-000000000002";

    @Test
    void isTheSameEveryTimeAndAnotherForEveryPurposeAndSource() {
        assertThat(DerivedId.of("payment", ORDER)).isEqualTo(DerivedId.of("payment", ORDER));
        assertThat(DerivedId.of("payment", ORDER)).isNotEqualTo(DerivedId.of("refund", ORDER));
        assertThat(DerivedId.of("payment", ORDER)).isNotEqualTo(DerivedId.of("payment", ORDER.replace("002", "003")));
    }

    @Test
    void isAUuidOfVersionSevenWithTheTimeOfItsSource() {
        UUID id = UUID.fromString(DerivedId.of("payment", ORDER));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.toString()).startsWith("01933b7c-1234-7");
    }
}
