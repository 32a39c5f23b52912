package by.belparcel.trips.model.assigning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to "who should drive": candidates best first, and everybody else with all reasons against it.
 */
public record Ranking(List<Ranked> ordered, List<Excluded> excluded) {

    public Ranking {
        ordered = List.copyOf(ordered);
        excluded = List.copyOf(excluded);
    }

    /** @param parts points by part of the score; @param metres great-circle distance to the pick-up, -1 when unknown */
    public record Ranked(String carrierId, double score, Map<String, Double> parts, long metres) {
        public Ranked {
            parts = Map.copyOf(parts);
        }
    }

    /** @param reasons not empty, the hard ones first */
    public record Excluded(String carrierId, List<Exclusion> reasons) {
        public Excluded {
            reasons = List.copyOf(reasons);
        }
    }

    public Optional<Ranked> best() {
        return ordered.stream().findFirst();
    }
}
