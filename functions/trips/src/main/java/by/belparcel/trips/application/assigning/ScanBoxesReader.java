package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;

/** Reads the body of {@code POST /carrier/trips/{id}/handover/scans}. */
public final class ScanBoxesReader implements CommandReader<ScanBoxes> {

    @Override
    public ScanBoxes read(Input body, RequestParameters parameters) {
        boolean order = body.has("order_id");
        boolean batch = body.has("batch_id");
        if (order == batch) {
            body.reject("order_id", order ? "EXCLUSIVE" : "REQUIRED", "give an order_id or a batch_id", null, null);
        }
        return new ScanBoxes(
                body.optionalUuid("order_id").orElse(null),
                body.optionalUuid("batch_id").orElse(null));
    }
}
