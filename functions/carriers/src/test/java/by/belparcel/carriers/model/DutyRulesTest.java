package by.belparcel.carriers.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Availability;
import by.belparcel.kernel.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DutyRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final DutyRules RULES = new DutyRules(
            Duration.ofHours(12), Duration.ofHours(9), Duration.ofHours(11), EnumSet.allOf(CheckItem.class));

    @Test
    void letsARestedDriverStart() {
        assertThat(RULES.startRefusal(driver(null), NOW)).isEmpty();
        assertThat(RULES.startRefusal(driver(ended(Duration.ofHours(11))), NOW)).isEmpty();
    }

    @Test
    void demandsElevenHoursOfRestAndTellsUntilWhen() {
        Rejection refusal =
                RULES.startRefusal(driver(ended(Duration.ofHours(10))), NOW).orElseThrow();

        assertThat(refusal.code()).isEqualTo("REST_REQUIRED");
        assertThat(refusal.kind().status()).isEqualTo(422);
        assertThat(refusal.members())
                .containsEntry("until", NOW.plus(Duration.ofHours(1)).toString());
    }

    @Test // nobody ended it: the rest counts from the end that the rules set
    void countsTheRestOfAForgottenShiftFromItsLatestEnd() {
        Instant start = NOW.minus(Duration.ofHours(20));
        Shift forgotten = new Shift("s", start, start.plus(Duration.ofHours(12)), null, 0, true);

        assertThat(RULES.restUntil(driver(forgotten), NOW)).contains(NOW.plus(Duration.ofHours(3)));
    }

    @Test
    void keepsAShiftFromStartingTwice() {
        assertThat(code(RULES.startRefusal(driver(running(null)), NOW))).isEqualTo("INVALID_STATE");
    }

    @Test
    void keepsADeactivatedDriverOffline() {
        Driver inactive = with(driver(running(true)), false, null);

        assertThat(code(RULES.startRefusal(inactive, NOW))).isEqualTo("CARRIER_INACTIVE");
        assertThat(code(RULES.availabilityRefusal(inactive, Availability.ONLINE, NOW)))
                .isEqualTo("CARRIER_INACTIVE");
        assertThat(RULES.availabilityRefusal(inactive, Availability.OFFLINE, NOW))
                .isEmpty();
    }

    @Test
    void wantsTheVehicleCheckedBeforeOnline() {
        assertThat(code(online(running(null)))).isEqualTo("VEHICLE_CHECK_REQUIRED");
        assertThat(code(online(running(false)))).isEqualTo("VEHICLE_CHECK_FAILED");
        assertThat(online(running(true))).isEmpty();
    }

    @Test
    void wantsAShiftBeforeOnline() {
        assertThat(code(online(null))).isEqualTo("INVALID_STATE");
        assertThat(code(online(ended(Duration.ofHours(1))))).isEqualTo("REST_REQUIRED");
    }

    @Test
    void sendsADriverToRestAfterNineHoursAtTheWheel() {
        Shift almost = running(true).driven(Duration.ofHours(9).toSeconds() - 1);

        assertThat(online(almost)).isEmpty();
        assertThat(code(online(almost.driven(1)))).isEqualTo("REST_REQUIRED");
    }

    @Test // the present trip counts
    void countsTheTripThatIsNotOverYet() {
        Driver driving = with(driver(running(true)), true, NOW.minus(Duration.ofHours(9)));

        assertThat(code(RULES.availabilityRefusal(driving, Availability.ONLINE, NOW)))
                .isEqualTo("REST_REQUIRED");
    }

    @Test
    void keepsADriverOnTheRoadFromGoingOfflineButNotFromABreak() {
        Driver driving = with(driver(running(true)), true, NOW);

        assertThat(code(RULES.availabilityRefusal(driving, Availability.OFFLINE, NOW)))
                .isEqualTo("TRIP_IN_PROGRESS");
        assertThat(code(RULES.endRefusal(driving))).isEqualTo("TRIP_IN_PROGRESS");
        assertThat(RULES.availabilityRefusal(driving, Availability.BREAK, NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CheckItem.class)
    void failsForAnyMandatoryItem(CheckItem item) {
        assertThat(RULES.passes(found(item))).isFalse();
    }

    @Test
    void passesWithAnIssueThatIsNotMandatory() {
        DutyRules lenient = new DutyRules(Duration.ofHours(12), Duration.ofHours(9), Duration.ofHours(11), Set.of());

        assertThat(lenient.passes(found(CheckItem.BODY))).isTrue();
    }

    private static Map<CheckItem, CheckResult> found(CheckItem issue) {
        Map<CheckItem, CheckResult> found = new EnumMap<>(CheckItem.class);
        for (CheckItem item : CheckItem.values()) {
            found.put(item, item == issue ? CheckResult.ISSUE : CheckResult.OK);
        }
        return found;
    }

    private static Optional<Rejection> online(@Nullable Shift shift) {
        return RULES.availabilityRefusal(driver(shift), Availability.ONLINE, NOW);
    }

    private static String code(Optional<Rejection> refusal) {
        return refusal.orElseThrow().code();
    }

    private static Shift running(@Nullable Boolean checked) {
        return new Shift("s", NOW.minus(Duration.ofHours(1)), NOW.plus(Duration.ofHours(11)), null, 0, checked);
    }

    private static Shift ended(Duration ago) {
        Instant end = NOW.minus(ago);
        return new Shift("s", end.minus(Duration.ofHours(8)), end.plus(Duration.ofHours(4)), end, 0, true);
    }

    private static Driver driver(@Nullable Shift shift) {
        return new Driver(
                "c",
                1,
                true,
                new Vehicle("AB 1234-7", VehicleType.VAN_S, 800_000, 4_000_000, 120),
                Availability.OFFLINE,
                NOW,
                new GeoPoint(53.8, 27.6),
                null,
                shift,
                null);
    }

    private static Driver with(Driver d, boolean active, @Nullable Instant drivingSince) {
        return new Driver(
                d.id(),
                d.version(),
                active,
                d.vehicle(),
                d.availability(),
                d.since(),
                d.position(),
                d.positionAt(),
                d.shift(),
                drivingSince);
    }
}
