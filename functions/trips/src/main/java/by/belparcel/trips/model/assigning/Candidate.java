package by.belparcel.trips.model.assigning;

import by.belparcel.kernel.Availability;
import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a carrier when a trip looks for one.
 *
 * @param deactivated whether an administrator stopped it, which tells DEACTIVATED from INACTIVE
 * @param position where it is, the home warehouse when nothing newer is known
 * @param shiftEndsBy absent off shift
 * @param drivenS seconds at the wheel in this shift
 * @param record what it did in the last 90 days
 * @param refusedAt when it last rejected this trip or let its offer expire
 */
public record Candidate(
        String carrierId,
        boolean active,
        boolean deactivated,
        Availability availability,
        @Nullable Instant lastContactAt,
        @Nullable GeoPoint position,
        @Nullable String homeWarehouse,
        Vehicle vehicle,
        Set<String> skills,
        @Nullable Instant shiftEndsBy,
        long drivenS,
        int activeTrips,
        int maxParallelTrips,
        int tripsToday,
        TrackRecord record,
        @Nullable Instant refusedAt) {

    public Candidate {
        skills = Set.copyOf(skills);
    }

    /** What fits into the vehicle. @param slots parcels */
    public record Vehicle(String type, long payloadG, long volumeCm3, int slots) {}

    /** @param answered offers that were accepted, rejected or expired; @param driven trips that were completed */
    public record TrackRecord(int answered, int accepted, int driven, int onTime) {}
}
