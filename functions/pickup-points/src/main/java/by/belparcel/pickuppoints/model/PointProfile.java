package by.belparcel.pickuppoints.model;

import by.belparcel.kernel.GeoPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a point is; everything but its status.
 *
 * @param services sorted names of {@link PointService}
 * @param maxParcelG heaviest single parcel in grams
 * @param hubId the hub that sorts for it, absent for hubs
 */
public record PointProfile(
        String name,
        String address,
        String region,
        GeoPoint place,
        OpeningHours hours,
        Contacts contacts,
        List<String> services,
        int capacityParcels,
        int maxParcelG,
        boolean hub,
        @Nullable String hubId) {

    public PointProfile {
        services = services.stream().sorted().distinct().toList();
    }
}
