package by.belparcel.pickuppoints.application.points;

import by.belparcel.pickuppoints.model.Contacts;
import by.belparcel.pickuppoints.model.OpeningHours;
import by.belparcel.pickuppoints.model.PickupPoint;
import by.belparcel.pickuppoints.model.PointProfile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** New values of a point's fields; what is null stays as it is. */
record PointChange(
        @Nullable String name,
        @Nullable String address,
        @Nullable OpeningHours hours,
        @Nullable Contacts contacts,
        @Nullable List<String> services,
        @Nullable Integer capacityParcels,
        @Nullable Integer maxParcelG,
        @Nullable Boolean hub,
        @Nullable String hubId) {

    static PointChange capacity(int parcels) {
        return new PointChange(null, null, null, null, null, parcels, null, null, null);
    }

    PickupPoint of(PickupPoint point) {
        return point.with(of(point.profile()));
    }

    PointProfile of(PointProfile old) {
        boolean isHub = Objects.requireNonNullElse(hub, old.hub());
        // A point that becomes a hub is sorted for by nobody else; naming a hub for a hub is refused, not ignored.
        String sortedBy = hubId != null ? hubId : isHub ? null : old.hubId();
        return new PointProfile(
                Objects.requireNonNullElse(name, old.name()),
                Objects.requireNonNullElse(address, old.address()),
                old.region(),
                old.place(),
                Objects.requireNonNullElse(hours, old.hours()),
                Objects.requireNonNullElse(contacts, old.contacts()),
                Objects.requireNonNullElse(services, old.services()),
                Objects.requireNonNullElse(capacityParcels, old.capacityParcels()),
                Objects.requireNonNullElse(maxParcelG, old.maxParcelG()),
                isHub,
                sortedBy);
    }
}
