package by.belparcel.trips.application.assigning;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.model.assigning.Exclusion;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operator wants exactly this carrier (D6).
 *
 * @param expectedVersion the version of the trip that the operator has seen, absent when it came as If-Match
 * @param override soft reasons that are not to stop it
 * @param handoverPlace where the goods change vehicles, needed on the road
 */
public record ReassignTrip(
        String newCarrierId,
        String reason,
        @Nullable Long expectedVersion,
        Set<Exclusion> override,
        @Nullable GeoPoint handoverPlace) {

    public ReassignTrip {
        override = Set.copyOf(override);
    }
}
