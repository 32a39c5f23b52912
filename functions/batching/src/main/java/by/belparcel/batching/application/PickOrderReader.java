package by.belparcel.batching.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;

/** Reads the body of {@code POST /batches/{id}/remove} and {@code POST /batches/{id}/add}. */
public final class PickOrderReader implements CommandReader<PickOrder> {

    @Override
    public PickOrder read(Input body, RequestParameters parameters) {
        return new PickOrder(body.uuid("order_id"), BodyFields.reason(body), ExpectedVersion.read(body));
    }
}
