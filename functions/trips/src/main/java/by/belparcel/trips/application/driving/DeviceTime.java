package by.belparcel.trips.application.driving;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a driver's command happened.
 *
 * @param flags CLOCK_SKEW when the device's clock runs ahead and the server's time counts
 */
record DeviceTime(Instant at, List<String> flags) {

    static DeviceTime of(@Nullable Instant device, Instant now, Duration skew) {
        if (device == null) {
            return new DeviceTime(now, List.of());
        }
        return device.isAfter(now.plus(skew))
                ? new DeviceTime(now, List.of("CLOCK_SKEW"))
                : new DeviceTime(device, List.of());
    }
}
