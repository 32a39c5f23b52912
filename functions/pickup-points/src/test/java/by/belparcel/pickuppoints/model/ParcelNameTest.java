package by.belparcel.pickuppoints.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.pickuppoints.model.ParcelName.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParcelNameTest {

    private static final String ID = "0190a009-0000-7000-8000-00000000000a";

    @ParameterizedTest // domain README 4.1: what scanners and people make of a name
    @CsvSource({
        "1, ALIAS, 1, ",
        "' 0042 ', ALIAS, 42, ",
        "9223372036854775807, ALIAS, 9223372036854775807, ",
        "0190A009-0000-7000-8000-00000000000A, UUID, 0190a009-0000-7000-8000-00000000000a, ",
        "0190a009-0000-7000-8000-00000000000a/2, UUID, 0190a009-0000-7000-8000-00000000000a, 2",
        "bp-261120-000001-7, ORDER_NUMBER, BP-261120-000001-7, ",
        "ВР-261120-000001-7/3, ORDER_NUMBER, BP-261120-000001-7, 3",
        "BP1|BP-261120-000001-7|1/2, ORDER_NUMBER, BP-261120-000001-7, 1",
        "вр1|вр-261120-000001-7|2/2, ORDER_NUMBER, BP-261120-000001-7, 2",
        "'BP 1 | BP-261120-000001-7 | 1 / 2', ORDER_NUMBER, BP-261120-000001-7, 1",
        "BP1|77|1/1, ALIAS, 77, "
    })
    void readsEveryForm(String text, Kind kind, String value, Integer parcelNo) {
        assertThat(ParcelName.read(text)).hasValueSatisfying(name -> {
            assertThat(name.kind()).isEqualTo(kind);
            assertThat(name.value()).isEqualTo(value);
            assertThat(name.parcelNo()).isEqualTo(parcelNo);
            assertThat(name.given()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "1.5",
                "9223372036854775808",
                "99999999999999999999",
                "one",
                "BP-261120-000001",
                "BP-261120-000001-7/0",
                "0190a009-0000-7000-8000-00000000000a/",
                "BP1|BP-261120-000001-7",
                "1/2",
                "' or 1=1",
                "١٢٣"
            })
    void readsNothingElse(String text) {
        assertThat(ParcelName.read(text)).isEmpty();
    }

    @Test
    void readsNoEndlessText() {
        assertThat(ParcelName.read("0".repeat(100) + "1")).isEmpty();
    }

    @Test
    void meansAParcelOfAnOrder() {
        Parcel second = ParcelFixture.expected()
                .edit()
                .key(new ParcelKey(null, ID, "BP-261120-000001-7", 2, 3))
                .done(ParcelFixture.ACCEPTED_AT);

        assertThat(name(ID).means(second)).isTrue();
        assertThat(name(ID + "/2").means(second)).isTrue();
        assertThat(name(ID + "/1").means(second)).isFalse();
        assertThat(name("BP-261120-000001-7/2").means(second)).isTrue();
        assertThat(name("BP1|BP-261120-000001-7|3/3").means(second)).isFalse();
        assertThat(name(second.id()).means(second)).isTrue();
        assertThat(name("42").means(second)).isFalse();
        assertThat(name("42").means(ParcelFixture.expected())).isTrue();
    }

    private static ParcelName name(String text) {
        return ParcelName.read(text).orElseThrow();
    }
}
