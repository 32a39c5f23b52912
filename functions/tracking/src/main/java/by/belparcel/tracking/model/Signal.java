package by.belparcel.tracking.model;

import by.belparcel.kernel.SignalStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fresh a position is, by the age of its device time, so that a late report does not look alive (D25).
 *
 * @param stale older is STALE
 * @param lost older is LOST
 * @param again silence is told once more at these ages
 */
public record Signal(Duration stale, Duration lost, List<Duration> again) {

    public static final Signal DEFAULT = new Signal(
            Duration.ofSeconds(90), Duration.ofMinutes(5), List.of(Duration.ofMinutes(10), Duration.ofMinutes(30)));

    public Signal {
        again = List.copyOf(again);
    }

    public SignalStatus at(Instant lastFix, Instant now) {
        Duration age = Duration.between(lastFix, now);
        if (age.compareTo(lost) > 0) {
            return SignalStatus.LOST;
        }
        return age.compareTo(stale) > 0 ? SignalStatus.STALE : SignalStatus.LIVE;
    }

    /** Steps of silence: 0 = alive, 1 = stale, 2 = lost, 3.. = told again. */
    public int step(Instant lastFix, Instant now) {
        Duration age = Duration.between(lastFix, now);
        int step = 0;
        while (step < again.size() + 2 && age.compareTo(limit(step)) > 0) {
            step++;
        }
        return step;
    }

    /** How long until the step after this one; empty after the last one. */
    public Optional<Duration> next(int step, Instant lastFix, Instant now) {
        if (step >= again.size() + 2) {
            return Optional.empty();
        }
        Duration left = Duration.between(now, lastFix.plus(limit(step)));
        return Optional.of(left.isNegative() ? Duration.ZERO : left);
    }

    private Duration limit(int step) {
        return switch (step) {
            case 0 -> stale;
            case 1 -> lost;
            default -> again.get(step - 2);
        };
    }
}
