package by.belparcel.pickuptickets.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How many new codes were made on a day of Minsk. */
public record Quota(@Nullable LocalDate day, int rotations, int resends) {

    public static final Quota NONE = new Quota(null, 0, 0);

    Quota on(LocalDate today) {
        return today.equals(day) ? this : new Quota(today, 0, 0);
    }

    Quota rotated() {
        return new Quota(day, rotations + 1, resends);
    }

    Quota resent() {
        return new Quota(day, rotations, resends + 1);
    }
}
