package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import java.util.List;

/** A batch with everything that belongs to it. */
public record BatchDetails(
        Batch batch, List<BatchView.OrderLine> orders, List<MissingParcel> missing, List<BatchView.Change> changes) {}
