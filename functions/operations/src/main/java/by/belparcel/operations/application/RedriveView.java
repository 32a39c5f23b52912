package by.belparcel.operations.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A redrive as an operator sees it; a dry run has items and no id. */
public record RedriveView(
        @Nullable String id,
        String state,
        int total,
        int resolved,
        int failed,
        int inFlight,
        int waiting,
        @Nullable Instant startedAt,
        @Nullable List<Item> items) {

    /** @param superseded whether the consumer has already applied a later version of the aggregate */
    public record Item(String id, boolean superseded) {}

    static RedriveView of(Redrives.Progress p) {
        return new RedriveView(
                p.id(), p.state(), p.total(), p.resolved(), p.failed(), p.inFlight(), p.waiting(), p.startedAt(), null);
    }

    static RedriveView preview(List<Item> items) {
        return new RedriveView(null, "DRY_RUN", items.size(), 0, 0, 0, items.size(), null, items);
    }
}
