package by.belparcel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.ScannedName.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedNameTest {

    @ParameterizedTest // domain README 4.1
    @CsvSource({
        "0017, ALIAS, 17, ",
        "BP1|17|1/1, ALIAS, 17, ",
        "0190A00B-0000-7000-8000-00000000000C~3, UUID, 0190a00b-0000-7000-8000-00000000000c, 3",
        "bp-261120-1234567-8/12, ORDER_NUMBER, BP-261120-1234567-8, 12",
        "' вр1|ВР-261120-000042-7| 2/2 ', ORDER_NUMBER, BP-261120-000042-7, 2"
    })
    void readsWhatAScannerTypes(String text, Kind kind, String value, Integer parcelNo) {
        assertThat(ScannedName.read(text)).contains(new ScannedName(kind, value, parcelNo));
    }

    @ParameterizedTest // the look-alikes and no other letter of the alphabet
    @ValueSource(
            strings = {
                "БР-261120-000042-7",
                "BP-261120-00OO42-7",
                "BP1|BP-261120-000042-7|0/2",
                "BP-261120-000042-7/1000"
            })
    void guessesNothing(String text) {
        assertThat(ScannedName.read(text)).isEmpty();
    }
}
