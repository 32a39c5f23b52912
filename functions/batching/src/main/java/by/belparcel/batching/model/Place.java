package by.belparcel.batching.model;

import by.belparcel.kernel.GeoPoint;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A warehouse or a pick-up point as batches see it.
 *
 * @param hub a pick-up point that also sorts
 * @param cutoffs local times at which what stands ready leaves; empty = none
 */
public record Place(
        String id, Kind kind, GeoPoint at, boolean hub, PlaceStatus status, List<LocalTime> cutoffs, ZoneId zone) {

    /** What a place is in the reference data. */
    public enum Kind {
        WAREHOUSE,
        PVZ
    }

    public Place {
        cutoffs = List.copyOf(cutoffs);
    }

    public boolean isOpen() {
        return status == PlaceStatus.OPEN;
    }
}
