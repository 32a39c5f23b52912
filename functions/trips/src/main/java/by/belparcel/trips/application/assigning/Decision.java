package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.events.CandidateExclusion;
import by.belparcel.events.CandidateScore;
import by.belparcel.trips.model.assigning.Candidate;
import by.belparcel.trips.model.assigning.Need;
import by.belparcel.trips.model.assigning.Ranking;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A choice in the form in which it is stored and told: explainable, and replayable from its inputs. */
final class Decision {

    private static final int RANKED = 10;
    private static final int EXCLUDED = 20;

    private Decision() {}

    static List<CandidateScore> ranking(Ranking ranking) {
        return ranking.ordered().stream()
                .limit(RANKED)
                .map(ranked -> new CandidateScore(ranked.carrierId(), ranked.score(), ranked.parts()))
                .toList();
    }

    static List<CandidateExclusion> excluded(Ranking ranking) {
        return ranking.excluded().stream()
                .limit(EXCLUDED)
                .map(excluded -> new CandidateExclusion(
                        excluded.carrierId(), excluded.reasons().getFirst().name()))
                .toList();
    }

    /** How often each reason stands against somebody. */
    static Map<String, Integer> reasons(Ranking ranking) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        ranking.excluded()
                .forEach(excluded -> counts.merge(excluded.reasons().getFirst().name(), 1, Integer::sum));
        return counts;
    }

    /** The need, the moment, the answer, and of the carriers those that were ranked first. */
    static String json(CarrierChoice.Choice choice, Instant now) {
        Set<String> told = choice.ranking().ordered().stream()
                .limit(RANKED)
                .map(Ranking.Ranked::carrierId)
                .collect(Collectors.toSet());
        List<Candidate> inputs = choice.candidates().stream()
                .filter(carrier -> told.contains(carrier.carrierId()))
                .toList();
        return Json.mapper()
                .writeValueAsString(
                        new Stored(now, choice.need(), inputs, ranking(choice.ranking()), excluded(choice.ranking())));
    }

    private record Stored(
            Instant at,
            Need need,
            List<Candidate> candidates,
            List<CandidateScore> ranking,
            List<CandidateExclusion> excluded) {}
}
