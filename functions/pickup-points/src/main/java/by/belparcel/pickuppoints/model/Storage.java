package by.belparcel.pickuppoints.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the parcel is kept.
 *
 * @param cell where, such as {@code A-01-3}
 * @param until last moment in which it may be issued
 * @param extensions how often that moment was put off
 */
public record Storage(
        @Nullable String cell,
        @Nullable Instant acceptedAt,
        @Nullable Instant until,
        int extensions) {

    /** Of a parcel that is not here yet. */
    public static final Storage NOWHERE = new Storage(null, null, null, 0);

    public Storage in(@Nullable String place) {
        return new Storage(place, acceptedAt, until, extensions);
    }

    /** Prolonged to this moment. */
    public Storage extended(Instant to) {
        return new Storage(cell, acceptedAt, to, extensions + 1);
    }
}
