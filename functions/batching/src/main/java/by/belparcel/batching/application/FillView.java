package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Limits;
import by.belparcel.batching.model.Load;
import java.time.Duration;
import java.time.Instant;

/**
 * How full an open batch is.
 *
 * @param fill percent of each limit, the greatest of them first to close the batch
 * @param minutesToClose until it closes by age or cut-off, 0 when that is due
 */
public record FillView(BatchView batch, Fill fill, long minutesToClose) {

    /** Percent, rounded down. */
    public record Fill(long count, long weight, long volume) {}

    public static FillView of(Batch batch, Limits limits, Instant now) {
        Load load = batch.load();
        Duration left = Duration.between(now, batch.schedule().closesAt());
        return new FillView(
                BatchView.of(batch),
                new Fill(
                        100L * load.count() / limits.maxOrders(),
                        100 * load.weightG() / limits.maxWeightG(),
                        100 * load.volumeCm3() / limits.maxVolumeCm3()),
                left.isNegative() ? 0 : left.toMinutes());
    }
}
