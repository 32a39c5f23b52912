package by.belparcel.batching.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;

/** Reads the body of {@code POST /batches/{id}/cancel}. */
public final class CancelBatchReader implements CommandReader<CancelBatch> {

    @Override
    public CancelBatch read(Input body, RequestParameters parameters) {
        return new CancelBatch(BodyFields.reason(body), ExpectedVersion.read(body));
    }
}
