package by.belparcel.alerts.model;

import by.belparcel.kernel.Numbers;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * When the shifts of the operators change, local time of Minsk.
 *
 * @param changes at least one
 */
public record Shifts(List<LocalTime> changes) {

    public Shifts {
        changes = changes.stream().sorted().toList();
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("A day has at least one change of shifts");
        }
    }

    /** @param times such as {@code 08:00,20:00} */
    public static Shifts parse(String times) {
        return new Shifts(Arrays.stream(times.split(","))
                .map(String::strip)
                .map(LocalTime::parse)
                .toList());
    }

    /** The next change of shifts, always later than now. */
    public Instant endAfter(Instant now) {
        ZonedDateTime local = now.atZone(Numbers.MINSK);
        return changes.stream()
                .filter(change -> change.isAfter(local.toLocalTime()))
                .findFirst()
                .map(local::with)
                .orElseGet(() -> local.plusDays(1).with(changes.getFirst()))
                .toInstant();
    }
}
