package by.belparcel.tracking.stream.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DbSnapshotTest {

    @Test
    void seesWhatWasCommitted() {
        DbSnapshot snapshot = of("10:20:12,10");

        assertThat(snapshot.sees(9)).isTrue();
        assertThat(snapshot.sees(10)).isFalse();
        assertThat(snapshot.sees(11)).isTrue();
        assertThat(snapshot.sees(12)).isFalse();
        assertThat(snapshot.sees(19)).isTrue();
        assertThat(snapshot.sees(20)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "10:20:10 10:20:10 true",
                "20:20: 10:20:10 true",
                "10:20:10 20:20: false",
                "10:25:10,22 10:20:10 true",
                "10:25:10,15 10:20:10 false",
                "10:19:10 10:20:10 false"
            })
    void knowsWhichOneSeesMore(String later, String earlier, boolean covers) {
        assertThat(of(later).covers(of(earlier))).isEqualTo(covers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1:2", "a:b:c", "1:2:x", "3:2:", "1:2:1,", "99999999999999999999:1:", "-1:2:"})
    void readsNothingElse(String text) {
        assertThat(DbSnapshot.parse(text)).isEmpty();
    }

    private static DbSnapshot of(String text) {
        return DbSnapshot.parse(text).orElseThrow();
    }
}
