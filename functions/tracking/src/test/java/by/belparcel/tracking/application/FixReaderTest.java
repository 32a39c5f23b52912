package by.belparcel.tracking.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixReaderTest {

    @ParameterizedTest // S-082: numbers that no double and no counter holds
    @CsvSource({
        "lat, 1e999, INVALID_FIX",
        "lng, -1e999999, INVALID_FIX",
        "lat, 123456789012345678901234567890, INVALID_FIX",
        "accuracy_m, 1e400, VALIDATION_FAILED",
        "speed_mps, 1e999, VALIDATION_FAILED",
        "seq, 99999999999999999999999, VALIDATION_FAILED",
        "seq, 1e999, VALIDATION_FAILED",
        "battery, 4294967297, VALIDATION_FAILED",
        "device_time, 1e999, VALIDATION_FAILED"
    })
    void takesNoNumberBeyondAllNumbers(String field, String number, String code) {
        String good = """
                {"lat": 53.9, "lng": 27.56, "accuracy_m": 8, "seq": 1, "speed_mps": 1, "battery": 50,
                 "device_time": "2026-11-20T10:00:00Z"}""";
        String bad = good.replaceFirst("\"" + field + "\": [^,}]+", "\"" + field + "\": " + number);

        assertThat(FixReader.read(Json.mapper().readTree(good), 0)).isInstanceOf(UploadItem.Readable.class);
        assertThat(FixReader.read(Json.mapper().readTree(bad), 0))
                .isInstanceOfSatisfying(
                        UploadItem.Broken.class,
                        broken -> assertThat(broken.code()).isEqualTo(code));
    }
}
