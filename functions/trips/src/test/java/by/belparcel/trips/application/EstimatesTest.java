package by.belparcel.trips.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Settings;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import by.belparcel.kernel.TripState;
import by.belparcel.routing.eta.Fix;
import by.belparcel.trips.model.Attention;
import by.belparcel.trips.model.Plan;
import by.belparcel.trips.model.Progress;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A road to the north with a stop after ten minutes of driving and another one ten minutes further on. */
class EstimatesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final GeoPoint START = new GeoPoint(53.0, 27);
    private static final GeoPoint FIRST = new GeoPoint(53.1, 27);
    private static final GeoPoint HALF_WAY = new GeoPoint(53.15, 27);
    private static final GeoPoint SECOND = new GeoPoint(53.2, 27);

    private final Estimates estimates = new Estimates(TripTerms.from(new Settings(Map.of())));

    @Test
    void aHaltAtAStopIsNotSlowDriving() {
        Stop called = stop(1, FIRST).arrived(ago(8)).ended(StopState.DONE, null, ago(5));

        // 15 minutes of driving for what should take 15, and 3 at the stop
        assertThat(eta(called, 18)).isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void ofAHaltOnlyThePartBetweenThePositionsCounts() {
        // 15 minutes between the positions, of which the vehicle stood the first 3: 900 planned seconds took 720
        Stop called = stop(1, FIRST).arrived(ago(40)).ended(StopState.DONE, null, ago(12));

        assertThat(eta(called, 15)).isEqualTo(NOW.plusSeconds(240));
    }

    @Test
    void withoutAHaltSlowDrivingIsSlow() {
        Stop passed = stop(1, FIRST).ended(StopState.SKIPPED, "CLOSED", ago(5));

        assertThat(eta(passed, 18)).isEqualTo(NOW.plusSeconds(360));
    }

    /** At the second stop, for a vehicle that went from the start to half-way between the stops in these minutes. */
    private Instant eta(Stop called, int minutes) {
        List<Fix> fixes = List.of(new Fix(START, ago(minutes)), new Fix(HALF_WAY, NOW));
        Instant eta = estimates
                .of(trip(called, stop(2, SECOND)), fixes, NOW)
                .trip()
                .stop(2)
                .orElseThrow()
                .eta();
        return eta == null ? Instant.EPOCH : eta.plusMillis(500).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private static Stop stop(int seq, GeoPoint point) {
        return Stop.pending(seq, StopType.PVZ, "p" + seq, point, NOW, List.of("b" + seq))
                .planned(NOW, 11_000, 600);
    }

    private static TripRecord trip(Stop... stops) {
        return new TripRecord(
                "t",
                "T-1",
                TripState.IN_TRANSIT,
                3,
                "w",
                START,
                List.of(stops),
                List.of(),
                new Plan(1, 22_000, 1_200, "osrm", PlanQuality.ROAD, ago(60)),
                Progress.NONE.departed(ago(60)),
                "c",
                "a",
                Attention.NONE,
                null,
                null,
                ago(90),
                ago(60));
    }
}
