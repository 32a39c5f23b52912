package by.belparcel.trips.model;

import by.belparcel.kernel.GeoPoint;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse, pick-up point or hub as trips need it.
 *
 * @param open whether goods may be brought there
 * @param cutoffs when vehicles leave, local time; empty where they leave at any time
 * @param hours opening hours as the reference data has them, absent for warehouses
 */
public record Place(
        String id,
        Kind kind,
        String code,
        GeoPoint point,
        boolean open,
        List<LocalTime> cutoffs,
        @Nullable String hours) {

    public enum Kind {
        WAREHOUSE,
        PVZ
    }

    public Place {
        cutoffs = List.copyOf(cutoffs);
    }
}
