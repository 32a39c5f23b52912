package by.belparcel.batching.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;

/** Reads the body of {@code POST /batches/{id}/split}. */
public final class SplitBatchReader implements CommandReader<SplitBatch> {

    @Override
    public SplitBatch read(Input body, RequestParameters parameters) {
        return new SplitBatch(BodyFields.orderIds(body), BodyFields.reason(body), ExpectedVersion.read(body));
    }
}
