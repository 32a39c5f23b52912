package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.List;

/** The one parcel that a name means among those that were found. */
final class Named {

    private Named() {}

    static Outcome<Parcel> one(ParcelName name, List<Parcel> found) {
        List<Parcel> meant = found.stream().filter(name::means).toList();
        if (meant.isEmpty()) {
            return Outcome.refused(Rejection.notFound("ORDER"));
        }
        return meant.size() == 1 && !name.isVague(meant.getFirst())
                ? Outcome.ok(meant.getFirst())
                : Outcome.refused(ambiguous(name, meant.getFirst().key().parcelsTotal()));
    }

    static Rejection ambiguous(ParcelName name, int parcels) {
        return Rejection.invalid(new FieldError(
                "/order_id",
                "PARCEL_NO",
                "the order has " + parcels + " parcels: name one of them as " + name.value() + "/1 to /" + parcels,
                "1.." + parcels,
                null));
    }
}
