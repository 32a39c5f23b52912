package by.belparcel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GeoPointTest {

    private static final GeoPoint MINSK = new GeoPoint(53.9, 27.5667);
    private static final GeoPoint BREST = new GeoPoint(52.0975, 23.6877);

    @Test
    void minskToBrestIsAboutThreeHundredAndThirtyKilometresEitherWay() {
        assertThat(MINSK.metresTo(BREST)).isCloseTo(329_000, within(3_000.0));
        assertThat(BREST.metresTo(MINSK)).isCloseTo(MINSK.metresTo(BREST), within(0.001));
        assertThat(MINSK.metresTo(MINSK)).isZero();
    }

    @Test
    void oneDegreeOfLatitudeIsSixtyNauticalMiles() {
        assertThat(new GeoPoint(53, 27).metresTo(new GeoPoint(54, 27))).isCloseTo(111_195, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"91, 0", "-91, 0", "0, 181", "0, -181", "0, 0", "NaN, 27", "53, NaN", "Infinity, 1"})
    void whatIsNoPlaceIsRefused(double lat, double lng) { // D12
        assertThat(GeoPoint.isValid(lat, lng)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(lat, lng));
    }
}
