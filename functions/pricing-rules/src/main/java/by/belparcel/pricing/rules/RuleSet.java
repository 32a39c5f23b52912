package by.belparcel.pricing.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule set that was read without problems; immutable. Its rules stand in evaluation order.
 *
 * @param step rounding step in kopecks: 1, 5 or 10; the mode is HALF_UP
 * @param minTotal least total in kopecks
 * @param maxTotal greatest total in kopecks
 */
public record RuleSet(
        String version,
        int step,
        long minTotal,
        long maxTotal,
        List<ZoneBand> zones,
        List<Rule> rules,
        List<TestCase> testCases) {

    public RuleSet {
        zones = List.copyOf(zones);
        rules = rules.stream().sorted(Rule.EVALUATION_ORDER).toList();
        testCases = List.copyOf(testCases);
    }

    /** The facts with the zone of destination filled in: by distance, the last zone when the distance is not known. */
    Facts zoned(Facts facts) {
        return facts.zoneTo() != null || zones.isEmpty() ? facts : facts.toZone(zone(facts.distanceKm()));
    }

    private String zone(@Nullable Integer distanceKm) {
        if (distanceKm != null) {
            for (ZoneBand band : zones) {
                if (band.upToKm() == null || distanceKm <= band.upToKm()) {
                    return band.zone();
                }
            }
        }
        return zones.getLast().zone();
    }

    List<Rule> of(Stage stage) {
        return rules.stream().filter(rule -> rule.stage() == stage).toList();
    }
}
