package by.belparcel.batching.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;

/** Reads the body of {@code POST /batches/{id}/close}. */
public final class CloseBatchReader implements CommandReader<CloseBatch> {

    @Override
    public CloseBatch read(Input body, RequestParameters parameters) {
        return new CloseBatch(ExpectedVersion.read(body));
    }
}
