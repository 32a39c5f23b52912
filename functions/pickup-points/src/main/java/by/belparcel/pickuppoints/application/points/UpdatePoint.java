package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import org.jspecify.annotations.Nullable;

/** Some fields of a point change. */
public record UpdatePoint(PointChange change, @Nullable Long expectedVersion) {

    public static UpdatePoint read(Input body, RequestParameters parameters) {
        return new UpdatePoint(PointFields.read(body), ExpectedVersion.read(body));
    }

    /** The body of {@code PUT /pvz/v1/points/{id}/capacity}. */
    public static UpdatePoint readCapacity(Input body, RequestParameters parameters) {
        if (!body.has("capacity_parcels")) {
            body.reject("capacity_parcels", "REQUIRED", "is required", null, null);
        }
        int capacity = PointFields.capacity(body).orElse(0);
        return new UpdatePoint(PointChange.capacity(capacity), ExpectedVersion.read(body));
    }
}
