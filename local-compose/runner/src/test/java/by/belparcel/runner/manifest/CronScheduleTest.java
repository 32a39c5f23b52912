package by.belparcel.runner.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "* * * * *|-|2026-03-01T10:00:00Z|2026-03-01T10:01:00Z",
                "* * * * *|-|2026-03-01T10:00:59.9Z|2026-03-01T10:01:00Z",
                "*/15 * * * * *|-|2026-03-01T10:00:14Z|2026-03-01T10:00:15Z",
                "30 4 * * *|-|2026-03-01T10:00:00Z|2026-03-02T04:30:00Z",
                "30 4 * * *|Europe/Minsk|2026-03-01T01:29:59Z|2026-03-01T01:30:00Z",
                "CRON_TZ=Europe/Minsk 0 0 * * *|-|2026-03-01T00:00:00Z|2026-03-01T21:00:00Z",
                "TZ=Asia/Tokyo 0 9 * * *|-|2026-03-01T12:00:00Z|2026-03-02T00:00:00Z",
                "@hourly|-|2026-03-01T10:00:00Z|2026-03-01T11:00:00Z",
                "@daily|-|2026-03-01T10:00:00Z|2026-03-02T00:00:00Z",
                "@midnight|-|2026-03-01T10:00:00Z|2026-03-02T00:00:00Z",
                "@weekly|-|2026-03-02T10:00:00Z|2026-03-08T00:00:00Z",
                "@monthly|-|2026-03-02T10:00:00Z|2026-04-01T00:00:00Z",
                "@yearly|-|2026-03-02T10:00:00Z|2027-01-01T00:00:00Z",
                "@annually|-|2026-03-02T10:00:00Z|2027-01-01T00:00:00Z",
                // both days restricted: either of them
                "0 0 13 * fri|-|2026-03-01T00:00:00Z|2026-03-06T00:00:00Z",
                "0 0 13 * fri|-|2026-03-12T00:00:00Z|2026-03-13T00:00:00Z",
                // one of them a star: both must hold
                "0 0 13 * *|-|2026-03-01T00:00:00Z|2026-03-13T00:00:00Z",
                "0 0 ? * 5|-|2026-03-01T00:00:00Z|2026-03-06T00:00:00Z",
                // a star with a step counts as restricted
                "0 0 */10 * 5|-|2026-03-02T00:00:00Z|2026-03-06T00:00:00Z",
                "0 0 1 jan-mar/2 *|-|2026-01-02T00:00:00Z|2026-03-01T00:00:00Z",
                "0 0 29 2 *|-|2026-03-01T00:00:00Z|2028-02-29T00:00:00Z",
                "5/20 * * * *|-|2026-03-01T10:26:00Z|2026-03-01T10:45:00Z",
                "0 8-10,20 * * MON-FRI|-|2026-03-06T20:00:00Z|2026-03-09T08:00:00Z",
                // the gap of spring is skipped, the hour of autumn comes twice
                "30 2 * * *|Europe/Berlin|2026-03-28T02:00:00Z|2026-03-30T00:30:00Z",
                "30 2 * * *|Europe/Berlin|2026-10-25T00:30:00Z|2026-10-25T01:30:00Z",
            })
    void firesNext(String schedule, String zone, String after, String next) {
        assertThat(CronSchedule.parse(schedule, zone)
                        .after(OffsetDateTime.parse(after).toInstant())
                        .orElseThrow()
                        .toInstant())
                .isEqualTo(OffsetDateTime.parse(next).toInstant());
    }

    @Test
    void neverFiresOnADayThatDoesNotExist() {
        assertThat(CronSchedule.parse("0 0 30 2 *", null)
                        .after(OffsetDateTime.parse("2026-01-01T00:00:00Z").toInstant()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 7",
                "@every 1m",
                "@reboot",
                "*/0 * * * *",
                "5-1 * * * *",
                "a * * * *",
                "* * * foo *",
                "-1 * * * *",
                "TZ=Nowhere/City * * * * *",
                "TZ=UTC",
                "1,, * * * *"
            })
    void refuses(String schedule) {
        assertThatThrownBy(() -> CronSchedule.parse(schedule, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTwoTimeZones() {
        assertThatThrownBy(() -> CronSchedule.parse("TZ=UTC * * * * *", "Europe/Minsk"))
                .hasMessageContaining("twice");
    }
}
