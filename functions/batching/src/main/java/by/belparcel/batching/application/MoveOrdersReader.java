package by.belparcel.batching.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.Locale;

/** Reads the body of {@code POST /batches/{id}/move}. */
public final class MoveOrdersReader implements CommandReader<MoveOrders> {

    @Override
    public MoveOrders read(Input body, RequestParameters parameters) {
        MoveOrders move = new MoveOrders(
                BodyFields.orderIds(body),
                body.uuid("to_batch_id"),
                BodyFields.reason(body),
                ExpectedVersion.read(body));
        if (move.toBatchId().equals(parameters.variable("id").toLowerCase(Locale.ROOT))) {
            body.reject("to_batch_id", "SAME_BATCH", "must be another batch", null, null);
        }
        return move;
    }
}
