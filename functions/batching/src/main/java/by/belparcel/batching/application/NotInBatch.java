package by.belparcel.batching.application;

import by.belparcel.eventing.outcome.Rejection;
import java.util.List;

/** The batch does not hold what was asked for. */
final class NotInBatch {

    static final String CODE = "NOT_IN_BATCH";

    private NotInBatch() {}

    static Rejection of(List<String> orders) {
        return Rejection.rule(CODE, "The batch does not hold these orders.").with("orders", orders);
    }
}
