package by.belparcel.trips.model.assigning;

import by.belparcel.kernel.GeoPoint;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a trip asks of a carrier.
 *
 * @param pickUp where the carrier takes over: the origin, or the place of the handover
 * @param origin id of the warehouse or hub
 * @param slots parcels
 * @param skills all of them are needed
 * @param vehicleTypes types that every place on the way takes, empty = any
 * @param fromCarrierId the carrier that must not get the trip again now
 * @param radiusM how far from the pick-up the carrier may be
 */
public record Need(
        GeoPoint pickUp,
        String origin,
        long weightG,
        long volumeCm3,
        int slots,
        long durationS,
        Set<String> skills,
        Set<String> vehicleTypes,
        @Nullable String fromCarrierId,
        long radiusM) {

    public Need {
        skills = Set.copyOf(skills);
        vehicleTypes = Set.copyOf(vehicleTypes);
    }
}
