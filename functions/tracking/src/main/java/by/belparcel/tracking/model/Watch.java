package by.belparcel.tracking.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Memory of geofence, deviation and stoppage of one trip.
 *
 * @param offSince first fix of a row of fixes off the way
 * @param offCount length of that row
 * @param off whether the deviation was told
 * @param standSince since when it stands
 * @param standLat where
 * @param stood whether the stoppage was told
 * @param fence the stop whose fence it is in, as {@code seq:place}
 * @param fenceSince since when
 * @param fenced stops that were told
 */
public record Watch(
        @Nullable Instant offSince,
        int offCount,
        boolean off,
        @Nullable Instant standSince,
        double standLat,
        double standLng,
        boolean stood,
        @Nullable String fence,
        @Nullable Instant fenceSince,
        List<String> fenced) {

    public static final Watch NEW = new Watch(null, 0, false, null, 0, 0, false, null, null, List.of());

    public Watch {
        fenced = List.copyOf(fenced);
    }

    Watch off(@Nullable Instant since, int count, boolean told) {
        return new Watch(since, count, told, standSince, standLat, standLng, stood, fence, fenceSince, fenced);
    }

    Watch standing(Instant since, double lat, double lng, boolean told) {
        return new Watch(offSince, offCount, off, since, lat, lng, told, fence, fenceSince, fenced);
    }

    Watch fence(@Nullable String stop, @Nullable Instant since, List<String> told) {
        return new Watch(offSince, offCount, off, standSince, standLat, standLng, stood, stop, since, told);
    }
}
