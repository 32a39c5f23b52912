package by.belparcel.batching.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each order, in the order of the request, and both batches afterwards. */
public record MoveResult(List<Item> results, Summary summary, BatchView from, BatchView to) {

    /** @param code why it was not moved, absent when it was */
    public record Item(
            String id,
            boolean ok,
            @Nullable String code,
            @Nullable String reason) {}

    /** How many. */
    public record Summary(long ok, long failed) {}

    static MoveResult of(List<Item> items, BatchView from, BatchView to) {
        long ok = items.stream().filter(Item::ok).count();
        return new MoveResult(items, new Summary(ok, items.size() - ok), from, to);
    }
}
