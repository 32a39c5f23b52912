package by.belparcel.pickuppoints.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageTableTest {

    private static final PackageTable TABLE = PackageTable.parse(PackageTable.DEFAULT);

    @ParameterizedTest // 2.2: the limits are strict, to the gram
    @CsvSource({
        "BAG, 9999, true",
        "BAG, 10000, false",
        "BAG, 10001, false",
        "BOX, 29999, true",
        "BOX, 30000, false",
        "BOX, 30001, false",
        "BAG_FILM, 9999, true",
        "BAG_FILM, 10000, false",
        "BOX_FILM, 29999, true",
        "BOX_FILM, 30000, false",
        "NONE, 1000000, true",
        "FILM, 1000000, true"
    })
    void carriesLessThanItsLimit(Packaging packaging, int weightG, boolean carried) {
        assertThat(TABLE.terms(packaging).orElseThrow().carries(weightG)).isEqualTo(carried);
    }

    @ParameterizedTest // 2.2: surcharges in kopecks
    @CsvSource({"NONE, 0", "BAG, 500", "BOX, 2000", "FILM, 100", "BAG_FILM, 600", "BOX_FILM, 2100"})
    void costs(Packaging packaging, long kopecks) {
        assertThat(TABLE.terms(packaging).orElseThrow().surcharge()).isEqualTo(Money.byn(kopecks));
    }

    @ParameterizedTest
    @CsvSource({"bag, BAG", "BOX, BOX", "bag+film, BAG_FILM", "film+bag, BAG_FILM", "Box_Film, BOX_FILM", "none, NONE"})
    void isNamedInAnyCaseAndOrder(String text, Packaging packaging) {
        assertThat(TABLE.named(text)).contains(packaging);
    }

    @ParameterizedTest // 2.2, 3.4: double film and other combinations
    @ValueSource(strings = {"crate", "film+bag+box", "film+film", "bag+box", "bag+", "+", "", "none+film"})
    void knowsNoOther(String text) {
        assertThat(TABLE.named(text)).isEmpty();
    }

    @Test // 2.2: the table is configuration
    void isData() {
        PackageTable table = PackageTable.parse("NONE:-:0, BOX:500:250");

        assertThat(table.named("bag")).isEmpty();
        assertThat(table.terms(Packaging.BOX).orElseThrow().carries(500)).isFalse();
        assertThat(table.names()).containsExactly("NONE", "BOX");
        assertThatThrownBy(() -> PackageTable.parse("NONE:0")).hasMessageContaining("NAME:limit:surcharge");
    }
}
