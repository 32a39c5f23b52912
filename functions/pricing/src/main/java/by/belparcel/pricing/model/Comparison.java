package by.belparcel.pricing.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what another rule set would have changed; memory does not grow with the number of orders. */
public final class Comparison {

    private static final int TOP = 10;
    private static final long[] BOUNDS = {-1_000, -500, -100, 0, 1, 101, 501, 1_001};
    private static final Comparator<Change> BY_SIZE = Comparator.<Change>comparingLong(
                    change -> -Math.abs(change.after() - change.before()))
            .thenComparing(Change::orderId);

    private final TreeMap<Long, Long> buckets = new TreeMap<>();
    private final List<Change> top = new ArrayList<>();
    private long orders;
    private long unpriced;
    private long before;
    private long after;

    /** Prices in kopecks. */
    public record Change(String orderId, long before, long after) {}

    /** Orders whose price changes by at least {@code from} and less than {@code to} kopecks; absent = without end. */
    public record Bucket(@Nullable Long from, @Nullable Long to, long orders) {}

    /** @param unpriced orders for which the rule set has no base price; they are not in the sums */
    public record Result(
            long orders,
            long unpriced,
            long before,
            long after,
            long delta,
            List<Bucket> histogram,
            List<Change> topChanges) {}

    public void add(Change change) {
        orders++;
        before += change.before();
        after += change.after();
        long delta = change.after() - change.before();
        buckets.merge(bucket(delta), 1L, Long::sum);
        if (delta != 0) {
            top.add(change);
            top.sort(BY_SIZE);
            if (top.size() > TOP) {
                top.removeLast();
            }
        }
    }

    public void addUnpriced() {
        orders++;
        unpriced++;
    }

    public Result result() {
        List<Bucket> histogram = new ArrayList<>();
        for (int i = 0; i <= BOUNDS.length; i++) {
            Long from = i == 0 ? null : BOUNDS[i - 1];
            Long to = i == BOUNDS.length ? null : BOUNDS[i];
            histogram.add(new Bucket(from, to, buckets.getOrDefault((long) i, 0L)));
        }
        return new Result(orders, unpriced, before, after, after - before, List.copyOf(histogram), List.copyOf(top));
    }

    private static long bucket(long delta) {
        int i = 0;
        while (i < BOUNDS.length && delta >= BOUNDS[i]) {
            i++;
        }
        return i;
    }
}
