package by.belparcel.payments.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ours against theirs.
 *
 * @param differences empty when both books agree
 */
public record Reconciliation(
        LocalDate date, String provider, Totals ours, Totals theirs, List<Difference> differences) {

    /** Kopecks and counts of one side. */
    public record Totals(long captured, int captures, long refunded, int refunds) {}

    /**
     * @param problem MISSING_HERE, MISSING_AT_PROVIDER or AMOUNT
     * @param ours kopecks, absent when we know nothing of it
     */
    public record Difference(
            String settlementId,
            String kind,
            String problem,
            @Nullable Long ours,
            @Nullable Long theirs) {}

    /** @param start of the day; lines outside [start, end) only serve to find the other half of a line inside */
    static Reconciliation of(
            LocalDate date, String provider, Instant start, Instant end, List<BookLine> ours, List<BookLine> theirs) {
        Map<String, BookLine> known = byKey(ours);
        Map<String, BookLine> claimed = byKey(theirs);
        List<Difference> differences = new ArrayList<>();
        known.forEach((key, line) -> {
            BookLine other = claimed.get(key);
            if (other == null && inside(line, start, end)) {
                differences.add(difference(line, "MISSING_AT_PROVIDER", line.amount(), null));
            } else if (other != null && other.amount() != line.amount() && inside(line, start, end)) {
                differences.add(difference(line, "AMOUNT", line.amount(), other.amount()));
            }
        });
        claimed.forEach((key, line) -> {
            if (!known.containsKey(key) && inside(line, start, end)) {
                differences.add(difference(line, "MISSING_HERE", null, line.amount()));
            }
        });
        return new Reconciliation(
                date, provider, totals(ours, start, end), totals(theirs, start, end), List.copyOf(differences));
    }

    private static Difference difference(BookLine line, String problem, @Nullable Long ours, @Nullable Long theirs) {
        return new Difference(line.settlementId(), line.kind(), problem, ours, theirs);
    }

    private static Map<String, BookLine> byKey(List<BookLine> lines) {
        Map<String, BookLine> byKey = new LinkedHashMap<>();
        lines.forEach(line -> byKey.put(line.kind() + line.settlementId(), line));
        return byKey;
    }

    private static Totals totals(List<BookLine> lines, Instant start, Instant end) {
        long captured = 0;
        int captures = 0;
        long refunded = 0;
        int refunds = 0;
        for (BookLine line : lines) {
            if (!inside(line, start, end)) {
                continue;
            }
            if (line.kind().equals("CAPTURE")) {
                captured += line.amount();
                captures++;
            } else {
                refunded += line.amount();
                refunds++;
            }
        }
        return new Totals(captured, captures, refunded, refunds);
    }

    private static boolean inside(BookLine line, Instant start, Instant end) {
        return !line.at().isBefore(start) && line.at().isBefore(end);
    }
}
