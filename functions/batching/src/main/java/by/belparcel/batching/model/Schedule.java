package by.belparcel.batching.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an open batch closes by itself.
 *
 * @param oldestAt since when its oldest order waits; never the newest change (D10)
 * @param ageAt when the age rule closes it
 * @param cutoffAt the origin's cut-off, absent when it has none
 */
public record Schedule(
        Instant oldestAt, Instant ageAt, @Nullable Instant cutoffAt) {

    public Instant closesAt() {
        return cutoffAt != null && cutoffAt.isBefore(ageAt) ? cutoffAt : ageAt;
    }
}
