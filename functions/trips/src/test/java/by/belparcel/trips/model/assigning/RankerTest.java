package by.belparcel.trips.model.assigning;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.Availability;
import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RankerTest {

    private static final Instant NOW = Carrier.NOW;
    private static final GeoPoint ORIGIN = Carrier.ORIGIN;
    private static final RankingConfig CONFIG = RankingConfig.defaults();
    private static final Candidate.TrackRecord NEWCOMER = Carrier.NEWCOMER;

    private static Need need() {
        return new Need(ORIGIN, "w1", 425_000, 1_000_000, 10, 7_200, Set.of("FRAGILE"), Set.of(), "c-from", 5_000);
    }

    static Stream<Arguments> filters() {
        GeoPoint fiveKm = new GeoPoint(53.8359 + 4_990 / 111_195.0, 27.6378);
        GeoPoint beyond = new GeoPoint(53.8359 + 5_010 / 111_195.0, 27.6378);
        return Stream.of(
                row("nothing against it", c -> c),
                row("never activated", c -> c.active(false, false), Exclusion.INACTIVE),
                row("stopped", c -> c.active(false, true), Exclusion.DEACTIVATED),
                row("busy", c -> c.trips(1, 1, 0), Exclusion.ALREADY_ASSIGNED),
                row("two trips allowed", c -> c.trips(1, 2, 0)),
                row("two trips allowed and had", c -> c.trips(2, 2, 0), Exclusion.ALREADY_ASSIGNED),
                row("weight just fits", c -> c.with("VAN_S", 425_000, 4_000_000, 120)),
                row("a gram too heavy", c -> c.with("VAN_S", 424_999, 4_000_000, 120), Exclusion.CAPACITY_WEIGHT),
                row("too little room", c -> c.with("VAN_S", 500_000, 999_999, 120), Exclusion.CAPACITY_VOLUME),
                row("too few places", c -> c.with("VAN_S", 500_000, 4_000_000, 9), Exclusion.CAPACITY_VOLUME),
                row("another skill", c -> c.skilled("TAIL_LIFT"), Exclusion.MISSING_SKILL),
                row("more skills", c -> c.skilled("TAIL_LIFT", "FRAGILE")),
                row("shift ends with the trip", c -> c.shift(NOW.plusSeconds(7_200), 0)),
                row("shift ends before", c -> c.shift(NOW.plusSeconds(7_199), 0), Exclusion.SHIFT_ENDS),
                row("off shift", c -> c.shift(null, 0)),
                row("nine hours in all", c -> c.shift(NOW.plusSeconds(40_000), 9 * 3_600 - 7_200)),
                row(
                        "a second more",
                        c -> c.shift(NOW.plusSeconds(40_000), 9 * 3_600 - 7_199),
                        Exclusion.HOURS_EXCEEDED),
                row(
                        "refused 11 h ago",
                        c -> c.past(NEWCOMER, NOW.minusSeconds(11 * 3_600), "w1"),
                        Exclusion.REJECTED_BEFORE),
                row("refused 12 h ago", c -> c.past(NEWCOMER, NOW.minusSeconds(12 * 3_600), "w1")),
                row("offline", c -> c.seen(Availability.OFFLINE, NOW), Exclusion.NOT_ONLINE),
                row("on a break", c -> c.seen(Availability.BREAK, NOW), Exclusion.NOT_ONLINE),
                row(
                        "silent for an hour",
                        c -> c.seen(Availability.ONLINE, NOW.minusSeconds(3_600)),
                        Exclusion.NOT_ONLINE),
                row("silent for less", c -> c.seen(Availability.ONLINE, NOW.minusSeconds(3_599))),
                row("never heard of", c -> c.seen(Availability.ONLINE, null), Exclusion.NOT_ONLINE),
                row("at the edge", c -> c.at(fiveKm)),
                row("beyond the edge", c -> c.at(beyond), Exclusion.OUT_OF_RADIUS),
                row("somewhere", c -> c.at(null), Exclusion.OUT_OF_RADIUS),
                row(
                        "all reasons, the hard ones first",
                        c -> c.seen(Availability.OFFLINE, null)
                                .with("VAN_S", 1, 1, 1)
                                .active(false, true),
                        Exclusion.DEACTIVATED,
                        Exclusion.CAPACITY_WEIGHT,
                        Exclusion.CAPACITY_VOLUME,
                        Exclusion.NOT_ONLINE));
    }

    private static Arguments row(String name, UnaryOperator<Carrier> change, Exclusion... against) {
        return Arguments.of(name, change, List.of(against));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void excludesForEachReason(String name, UnaryOperator<Carrier> change, List<Exclusion> against) {
        Ranking ranking = rank(change.apply(Carrier.good("c1")));

        if (against.isEmpty()) {
            assertThat(ranking.excluded()).as(name).isEmpty();
            assertThat(ranking.ordered()).hasSize(1);
        } else {
            assertThat(ranking.excluded())
                    .singleElement()
                    .satisfies(
                            excluded -> assertThat(excluded.reasons()).as(name).containsExactlyElementsOf(against));
        }
    }

    @Test
    void leavesTheFormerCarrierAlone() {
        assertThat(rank(Carrier.good("c-from")).excluded())
                .singleElement()
                .satisfies(excluded -> assertThat(excluded.reasons()).containsExactly(Exclusion.SAME_CARRIER));
    }

    @Test
    void asksForTheVehiclesThatThePlacesTake() {
        Need small = new Need(ORIGIN, "w1", 1, 1, 1, 1, Set.of(), Set.of("CAR"), null, 5_000);

        Ranking ranking = Ranker.rank(small, List.of(Carrier.good("c1").candidate()), NOW, CONFIG);

        assertThat(ranking.excluded().getFirst().reasons()).containsExactly(Exclusion.PVZ_REQUIREMENT);
    }

    /** By hand: 425 000 of 500 000 g is exactly 85 %; a newcomer has half of the reliability. */
    @Test
    void givesFullMarksToAPerfectCarrier() {
        Ranking.Ranked best = rank(Carrier.good("c1")).best().orElseThrow();

        assertThat(best.parts())
                .containsEntry("proximity", 40.0)
                .containsEntry("capacity", 15.0)
                .containsEntry("on_shift", 15.0)
                .containsEntry("reliability", 7.5)
                .containsEntry("fairness", 10.0)
                .containsEntry("home", 5.0);
        assertThat(best.score()).isEqualTo(92.5);
    }

    static Stream<Arguments> parts() {
        GeoPoint twoKm = new GeoPoint(53.8359 + 2_000 / 111_195.0, 27.6378);
        return Stream.of(
                // 2 km x 1.3 at 25 km/h = 374 s: 40 x (1 - 374/3600) = 35.84
                part("proximity", 35.84, c -> c.at(twoKm)),
                part("capacity", 7.5, c -> c.with("VAN_L", 1_000_000, 10_000_000, 300)),
                part("capacity", 0.0, c -> c.with("VAN_S", 425_000, 4_000_000, 120)),
                part("on_shift", 0.0, c -> c.shift(null, 0)),
                // (9 + 1) / (10 + 2) and (4 + 1) / (4 + 2), the mean of both x 15
                part("reliability", 12.5, c -> c.past(new Candidate.TrackRecord(10, 9, 4, 4), null, "w1")),
                part("fairness", 2.5, c -> c.trips(0, 1, 3)),
                part("home", 0.0, c -> c.past(NEWCOMER, null, "w2")));
    }

    private static Arguments part(String part, double points, UnaryOperator<Carrier> change) {
        return Arguments.of(part, points, change);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("parts")
    void countsEachPart(String part, double points, UnaryOperator<Carrier> change) {
        Ranking.Ranked ranked = rank(change.apply(Carrier.good("c1"))).best().orElseThrow();

        assertThat(ranked.parts()).containsEntry(part, points);
    }

    @Test
    void breaksTiesByTripsTodayAndThenById() {
        RankingConfig noFairness = withWeights(new RankingConfig.Weights(40, 15, 15, 15, 0, 5));
        List<Candidate> candidates = new ArrayList<>(List.of(
                Carrier.good("c3").candidate(),
                Carrier.good("c2").trips(0, 1, 2).candidate(),
                Carrier.good("c1").trips(0, 1, 1).candidate(),
                Carrier.good("c0").trips(0, 1, 1).candidate()));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(candidates, new Random(seed));

            Ranking ranking = Ranker.rank(need(), candidates, NOW, noFairness);

            assertThat(ranking.ordered()).extracting(Ranking.Ranked::carrierId).containsExactly("c3", "c0", "c1", "c2");
        }
    }

    @Test
    void weighsAsConfigured() {
        RankingConfig home = withWeights(new RankingConfig.Weights(0, 0, 0, 0, 0, 100));
        Candidate near = Carrier.good("near").past(NEWCOMER, null, "w2").candidate();
        Candidate own = Carrier.good("own").at(new GeoPoint(53.87, 27.6378)).candidate();

        assertThat(Ranker.rank(need(), List.of(near, own), NOW, home)
                        .best()
                        .orElseThrow()
                        .carrierId())
                .isEqualTo("own");
        assertThat(Ranker.rank(need(), List.of(near, own), NOW, CONFIG)
                        .best()
                        .orElseThrow()
                        .carrierId())
                .isEqualTo("near");
    }

    private static RankingConfig withWeights(RankingConfig.Weights weights) {
        return new RankingConfig(
                weights,
                CONFIG.contactMax(),
                CONFIG.refusalMemory(),
                CONFIG.drivingMax(),
                CONFIG.proximityHorizon(),
                CONFIG.sparePercent(),
                CONFIG.roadFactor(),
                CONFIG.urbanM(),
                CONFIG.urbanKmh(),
                CONFIG.ruralKmh());
    }

    private static Ranking rank(Carrier carrier) {
        return Ranker.rank(need(), List.of(carrier.candidate()), NOW, CONFIG);
    }
}
