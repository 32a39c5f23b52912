package by.belparcel.batching.model;

import by.belparcel.kernel.BatchCloseReason;

/** What adding an order does to the open batch of its key (domain delivery.md section 3). */
public sealed interface Filling {

    /** It fits. */
    record Fits() implements Filling {}

    /** The open batch closes without it and a new one opens with it. */
    record Overflows(BatchCloseReason reason) implements Filling {}

    /** It is more than a whole batch holds and travels alone. */
    record Alone(BatchCloseReason reason) implements Filling {}

    static Filling of(Load present, Cargo next, Limits limits) {
        return limits.brokenBy(next.load())
                .<Filling>map(Alone::new)
                .or(() -> limits.brokenBy(present.plus(next.load())).map(Overflows::new))
                .orElseGet(Fits::new);
    }
}
