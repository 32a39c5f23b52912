package by.belparcel.console.chaos;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * The result of a run; written as JSON in snake case.
 *
 * @param disordered violations that are neither a missing nor a surplus effect
 * @param ledgerSum kopecks that the ledger is off by
 */
record ChaosReport(
        long seed,
        int commands,
        long ok,
        long rejected,
        long unknown,
        int faults,
        long lost,
        long doubled,
        long disordered,
        long ledgerSum,
        double recoveryP50S,
        double recoveryMaxS,
        @JsonIgnore List<Violation> violations) {

    static ChaosReport of(
            long seed, List<Deed> deeds, List<Double> recoveries, List<Violation> violations, long ledgerSum) {
        double[] sorted = recoveries.stream().mapToDouble(d -> d).sorted().toArray();
        return new ChaosReport(
                seed,
                deeds.size(),
                count(deeds, Deed.Verdict.OK),
                count(deeds, Deed.Verdict.REJECTED),
                count(deeds, Deed.Verdict.UNKNOWN),
                recoveries.size(),
                count(violations, Violation.Kind.LOST),
                count(violations, Violation.Kind.DOUBLED),
                count(violations, Violation.Kind.DISORDERED),
                ledgerSum,
                sorted.length == 0 ? 0 : rounded(sorted[sorted.length / 2]),
                sorted.length == 0 ? 0 : rounded(sorted[sorted.length - 1]),
                List.copyOf(violations));
    }

    @JsonIgnore
    boolean green() {
        return lost == 0 && doubled == 0 && disordered == 0 && ledgerSum == 0;
    }

    private static long count(List<Deed> deeds, Deed.Verdict verdict) {
        return deeds.stream().filter(deed -> deed.verdict() == verdict).count();
    }

    private static long count(List<Violation> violations, Violation.Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 100) / 100.0;
    }
}
