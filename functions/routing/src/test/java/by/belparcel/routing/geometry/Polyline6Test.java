package by.belparcel.routing.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import by.belparcel.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Polyline6Test {

    @Test
    void writesWhatTheFormatSays() {
        // The example of the format with five decimals, its figures divided by ten.
        List<GeoPoint> line =
                List.of(new GeoPoint(3.85, -12.02), new GeoPoint(4.07, -12.095), new GeoPoint(4.3252, -12.6453));

        assertThat(Polyline6.encode(line)).isEqualTo("_p~iF~ps|U_ulLnnqC_mqNvxq`@");
        assertThat(Polyline6.decode("_p~iF~ps|U_ulLnnqC_mqNvxq`@")).isEqualTo(line);
    }

    @Test
    void readsBackWhatItWrote() {
        Random random = new Random(11);
        List<GeoPoint> line = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            line.add(new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180)));
        }

        List<GeoPoint> read = Polyline6.decode(Polyline6.encode(line));

        assertThat(read).hasSize(300);
        for (int i = 0; i < 300; i++) {
            assertThat(read.get(i).lat()).isCloseTo(line.get(i).lat(), within(6e-7));
            assertThat(read.get(i).lng()).isCloseTo(line.get(i).lng(), within(6e-7));
        }
        assertThat(Polyline6.decode("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_", "_p~iF", "_p~iF~ps|", "é", " ", "~~~~~~~~~~~~~~~~", "_p~iF~ps|U\n"})
    void whatIsNoLineIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Polyline6.decode(text));
    }
}
