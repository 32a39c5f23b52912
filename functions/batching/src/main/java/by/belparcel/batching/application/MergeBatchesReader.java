package by.belparcel.batching.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;

/** Reads the body of {@code POST /batches/merge}. */
public final class MergeBatchesReader implements CommandReader<MergeBatches> {

    @Override
    public MergeBatches read(Input body, RequestParameters parameters) {
        return new MergeBatches(
                BodyFields.ids(body, "batch_ids", 2, 2), BodyFields.reason(body), ExpectedVersion.read(body));
    }
}
