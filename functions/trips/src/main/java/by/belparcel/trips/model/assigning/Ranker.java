package by.belparcel.trips.model.assigning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who should drive a trip, as a pure function: the same inputs always give the same answer (domain delivery.md section 5). */
public final class Ranker {

    private Ranker() {}

    /** Best score first; ties: fewer trips today, then id. */
    public static Ranking rank(Need need, List<Candidate> candidates, Instant now, RankingConfig config) {
        Filters filters = new Filters(need, now, config);
        Scores scores = new Scores(need, now, config);
        List<Ranking.Ranked> ordered = new ArrayList<>();
        List<Ranking.Excluded> excluded = new ArrayList<>();
        Map<String, Integer> tripsToday = new HashMap<>();
        for (Candidate carrier : candidates) {
            List<Exclusion> reasons = filters.against(carrier);
            if (reasons.isEmpty()) {
                ordered.add(scores.of(carrier));
                tripsToday.put(carrier.carrierId(), carrier.tripsToday());
            } else {
                excluded.add(new Ranking.Excluded(carrier.carrierId(), reasons));
            }
        }
        ordered.sort(Comparator.comparingDouble(Ranking.Ranked::score)
                .reversed()
                .thenComparing(ranked -> tripsToday.getOrDefault(ranked.carrierId(), 0))
                .thenComparing(Ranking.Ranked::carrierId));
        excluded.sort(Comparator.comparing(Ranking.Excluded::carrierId));
        return new Ranking(ordered, excluded);
    }
}
