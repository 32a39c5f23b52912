package by.belparcel.eventing.cache;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A remembered answer; all times are readings of the process's monotonic clock.
 *
 * @param value null = there is none
 * @param begun number of the moment before the source was asked
 * @param freshUntil end of its life
 * @param staleUntil end of its use
 * @param stamps the shared stamp of each tag when the source was asked; null when Redis did not tell
 */
record Entry(
        @Nullable Object value,
        long begun,
        long freshUntil,
        long staleUntil,
        long confirmedAt,
        @Nullable Map<String, String> stamps) {

    boolean fresh(long now) {
        return now - freshUntil < 0;
    }

    boolean usable(long now) {
        return now - staleUntil < 0;
    }

    boolean trusted(long now, long trust) {
        return now - confirmedAt <= trust;
    }

    Entry confirmed(long now) {
        return new Entry(value, begun, freshUntil, staleUntil, now, stamps);
    }
}
