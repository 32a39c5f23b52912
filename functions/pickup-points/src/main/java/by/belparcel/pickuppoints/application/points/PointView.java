package by.belparcel.pickuppoints.application.points;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.pickuppoints.model.Contacts;
import by.belparcel.pickuppoints.model.OpeningHours;
import by.belparcel.pickuppoints.model.PickupPoint;
import by.belparcel.pickuppoints.model.PointProfile;
import by.belparcel.pickuppoints.model.PointStatus;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A point as the contract shows it (message Pvz). */
public record PointView(
        String id,
        String code,
        long version,
        String name,
        String address,
        String region,
        double lat,
        double lng,
        PointStatus status,
        @Nullable Instant suspendedUntil,
        List<OpeningHours.Day> hours,
        Contacts contacts,
        List<String> services,
        int capacityParcels,
        int maxParcelG,
        @JsonProperty("is_hub") boolean hub,
        @Nullable String hubId,
        int stock) {

    static PointView of(PickupPoint point) {
        PointProfile profile = point.profile();
        GeoPoint place = profile.place();
        return new PointView(
                point.id(),
                point.code(),
                point.version(),
                profile.name(),
                profile.address(),
                profile.region(),
                place.lat(),
                place.lng(),
                point.status(),
                point.suspendedUntil(),
                profile.hours().days(),
                profile.contacts(),
                profile.services(),
                profile.capacityParcels(),
                profile.maxParcelG(),
                profile.hub(),
                profile.hubId(),
                point.stock());
    }
}
