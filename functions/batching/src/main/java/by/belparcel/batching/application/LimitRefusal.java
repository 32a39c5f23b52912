package by.belparcel.batching.application;

import by.belparcel.batching.model.Limits;
import by.belparcel.batching.model.Load;
import by.belparcel.eventing.outcome.Rejection;
import java.util.Optional;

/** Why a batch cannot hold this much: what is needed and what there is. */
final class LimitRefusal {

    private LimitRefusal() {}

    static Optional<Rejection> of(Limits limits, Load load) {
        return limits.brokenBy(load).map(reason -> switch (reason) {
            case WEIGHT -> refused("BATCH_OVERWEIGHT", "too heavy, in grams", load.weightG(), limits.maxWeightG());
            case VOLUME ->
                refused(
                        "BATCH_OVER_VOLUME",
                        "too large, in cubic centimetres",
                        load.volumeCm3(),
                        limits.maxVolumeCm3());
            default -> refused("BATCH_FULL", "too many orders", load.count(), limits.maxOrders());
        });
    }

    private static Rejection refused(String code, String what, long need, long have) {
        return Rejection.rule(code, "The batch would be " + what + ": " + need + " of " + have + ".")
                .with("need", need)
                .with("have", have);
    }
}
