package by.belparcel.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CloudEventRecordsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20 08:00:01.123456+00, 2026-11-20T08:00:01.123Z",
        "2026-11-20 08:00:01.1+00, 2026-11-20T08:00:01.100Z",
        "2026-11-20 08:00:01+00, 2026-11-20T08:00:01.000Z",
        "2026-11-20 11:00:01.5+03, 2026-11-20T08:00:01.500Z",
        "2026-11-20 11:00:01+03, 2026-11-20T08:00:01.000Z"
    })
    void writesTimesInUtcWithMilliseconds(String postgres, String expected) {
        assertThat(CloudEventRecords.time(postgres)).isEqualTo(expected);
    }
}
