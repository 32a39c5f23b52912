package by.belparcel.carriers.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A driver's working time.
 *
 * @param endsBy when it ends at the latest
 * @param endedAt absent while it is open
 * @param drivenS seconds at the wheel in finished trips
 * @param checkPassed outcome of its latest vehicle check, absent before the first one
 */
public record Shift(
        String id,
        Instant startedAt,
        Instant endsBy,
        @Nullable Instant endedAt,
        long drivenS,
        @Nullable Boolean checkPassed) {

    /** Not ended and its time is not over. */
    public boolean isRunning(Instant now) {
        return endedAt == null && now.isBefore(endsBy);
    }

    /** When it ended or, for one that nobody ended, when its time was over. */
    Instant end() {
        return endedAt == null ? endsBy : endedAt;
    }

    Shift ended(Instant at) {
        return new Shift(id, startedAt, endsBy, at.isBefore(startedAt) ? startedAt : at, drivenS, checkPassed);
    }

    Shift driven(long seconds) {
        return new Shift(id, startedAt, endsBy, endedAt, drivenS + Math.max(0, seconds), checkPassed);
    }

    Shift checked(boolean passed) {
        return new Shift(id, startedAt, endsBy, endedAt, drivenS, passed);
    }
}
