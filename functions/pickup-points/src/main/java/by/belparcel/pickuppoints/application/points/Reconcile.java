package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.pickuppoints.application.Fields;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.List;

/** The end of the day at a point. @param scanned what was found on the shelves; twice the same counts once */
public record Reconcile(List<ParcelName> scanned) {

    private static final int MOST = 5_000;

    public Reconcile {
        scanned = List.copyOf(scanned);
    }

    public static Reconcile read(Input body, RequestParameters parameters) {
        return new Reconcile(Fields.parcels(body, "scanned", 0, MOST));
    }
}
