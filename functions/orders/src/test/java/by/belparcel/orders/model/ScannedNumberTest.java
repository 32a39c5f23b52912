package by.belparcel.orders.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedNumberTest {

    @ParameterizedTest // the second and the last but one are typed with Cyrillic look-alikes
    @ValueSource(
            strings = {
                "BP-261120-000001-4",
                "ВР-261120-000001-4",
                " bp-261120-000001-4 ",
                "BP1|BP-261120-000001-4|1/2",
                "ВР1|ВР-261120-000001-4|1/2",
                "BP - 261120 - 000001 - 4"
            })
    void findsTheBareNumber(String scanned) {
        assertThat(ScannedNumber.normalise(scanned)).isEqualTo("BP-261120-000001-4");
    }
}
