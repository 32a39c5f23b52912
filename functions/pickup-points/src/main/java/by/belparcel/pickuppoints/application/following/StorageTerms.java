package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.handling.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * When people hear of the end of a storage (domain pickup-points.md 2.3, rule 8).
 *
 * @param reminders how long before the end, the longest first
 * @param timerGrid marks on which timers fall, so that deadlines near each other share one
 */
public record StorageTerms(List<Duration> reminders, Duration timerGrid) {

    public StorageTerms {
        reminders = reminders.stream().sorted(Comparator.reverseOrder()).toList();
    }

    public static StorageTerms from(Settings settings) {
        return new StorageTerms(
                Arrays.stream(settings.text("belparcel.pickup-points.storage-reminders", "PT48H,PT24H")
                                .split(",", -1))
                        .map(text -> Duration.parse(text.strip()))
                        .toList(),
                settings.duration("belparcel.pickup-points.timer-grid", Duration.ofMinutes(1)));
    }
}
