package by.belparcel.carriers.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.Availability;
import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DriverTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void countsTheTimeAtTheWheelOnce() {
        Driver driver = onShift().driving(NOW).driving(NOW.plusSeconds(50)).parked(NOW.plusSeconds(100));

        assertThat(shift(driver).drivenS()).isEqualTo(100);
        assertThat(driver.parked(NOW.plusSeconds(900))).isEqualTo(driver);
    }

    @Test // the clocks of two contexts differ
    void neverCountsNegativeTime() {
        assertThat(shift(onShift().driving(NOW).parked(NOW.minusSeconds(5))).drivenS())
                .isZero();
    }

    @Test
    void addsTheRestOfATripToAShiftThatEndedUnderWay() {
        Driver driver = onShift().driving(NOW).offShift(NOW.plusSeconds(60), NOW.plusSeconds(60));

        assertThat(driver.isDriving()).isTrue();
        assertThat(shift(driver.parked(NOW.plusSeconds(90))).drivenS()).isEqualTo(90);
    }

    @Test // D11
    void neverChangesTheActivity() {
        Driver inactive = driver(false);

        assertThat(inactive.available(Availability.ONLINE, NOW)
                        .at(new GeoPoint(53, 27), NOW)
                        .driving(NOW)
                        .next()
                        .active())
                .isFalse();
    }

    @Test // a transaction that began earlier and waited for the lock
    void neverGoesBackBehindTheLastChange() {
        Driver online = driver(true).available(Availability.ONLINE, NOW.plusSeconds(5));

        assertThat(online.available(Availability.BREAK, NOW).since()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void keepsSinceWhenNothingChanges() {
        assertThat(driver(true).available(Availability.OFFLINE, NOW.plusSeconds(9)))
                .isEqualTo(driver(true));
    }

    private static Shift shift(Driver driver) {
        return Objects.requireNonNull(driver.shift());
    }

    private static Driver onShift() {
        return driver(true).onShift(new Shift("s", NOW, NOW.plusSeconds(3600), null, 0, true));
    }

    private static Driver driver(boolean active) {
        return new Driver(
                "c",
                1,
                active,
                new Vehicle("AB 1234-7", VehicleType.VAN_S, 800_000, 4_000_000, 120),
                Availability.OFFLINE,
                NOW,
                new GeoPoint(53.8, 27.6),
                null,
                null,
                null);
    }
}
