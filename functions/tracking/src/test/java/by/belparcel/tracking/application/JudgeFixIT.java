package by.belparcel.tracking.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.tracking.TrackingBed;
import by.belparcel.tracking.TrackingFunctions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way of a position through filter, track, last position and feed, on real PostgreSQL. */
class JudgeFixIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static FunctionHarness harness;

    @BeforeAll
    static void start() {
        harness = TrackingBed.harness(POSTGRES.database(), new TrackingFunctions());
    }

    @Override
    protected FunctionHarness harness() {
        return harness;
    }

    @Override
    protected String function() {
        return "judgeFixOnLocationReported";
    }

    @Override
    protected DomainEvent arrange() {
        return TrackingBed.onTheRoad(harness).fix(0.1, 10);
    }

    private static TrackingBed bed() {
        return TrackingBed.onTheRoad(harness);
    }

    @Test // D5: the event names a carrier and no trip; the server finds it
    void findsTheTripByTheCarriersDrive() {
        TrackingBed bed = bed();

        bed.reports(bed.fix(0.1, 10));

        assertThat(bed.latest()).containsExactly("10");
        assertThat(bed.feed("position")).hasSize(1);
        assertThat(bed.feed("position").getFirst()).contains("\"seq\": 1", "\"status\": \"LIVE\"");
    }

    @Test // D12, D25: what comes late belongs to the history only
    void keepsTheMarkerWhenAnOlderFixComes() {
        TrackingBed bed = bed();
        bed.reports(bed.fix(0.5, 10));

        bed.reports(bed.fix(0.4, 400));

        assertThat(bed.latest()).containsExactly("10");
        assertThat(bed.track()).containsExactly("400", "10");
        assertThat(bed.feed("position")).hasSize(1);
    }

    @Test // D12
    void keepsLatitude91Out() {
        TrackingBed bed = bed();

        bed.reports(bed.fixAt(91, 27, bed.now(), 7));

        assertThat(bed.latest()).isEmpty();
        assertThat(bed.rejected()).containsExactly("INVALID_FIX");
    }

    @Test // D24, A9 future
    void goesOnAfterAClockFromTheFuture() {
        TrackingBed bed = bed();
        bed.reports(bed.fix(0.1, 60));
        bed.reports(bed.fix(0.9, -3600));

        bed.reports(bed.fix(0.11, 10));

        assertThat(bed.latest()).containsExactly("10");
        assertThat(bed.rejected()).containsExactly("FUTURE");
    }

    @Test // A9 wrong clock
    void correctsAClockThatIsAheadByTheSameTimeFiveTimes() {
        TrackingBed bed = bed();
        for (int i = 0; i < 5; i++) {
            Instant received = bed.now().minusSeconds(150 - 30L * i);
            TrackingEvent.LocationReported fix = bed.fix(0.1 + i * 0.01, 0);
            bed.reports(new TrackingEvent.LocationReported(
                    fix.carrierId(),
                    fix.lat(),
                    fix.lng(),
                    10,
                    null,
                    null,
                    null,
                    received.plusSeconds(10_800),
                    received,
                    fix.seq(),
                    null,
                    null,
                    null,
                    null,
                    received));
        }

        assertThat(bed.latest()).containsExactly("30");
        assertThat(bed.rejected()).containsOnly("FUTURE").hasSize(4);
    }

    @Test // D26, A9 jump
    void recoversFromABadFixThatWasAccepted() {
        TrackingBed bed = bed();
        bed.reports(bed.fixAt(52.1, 23.7, bed.now().minusSeconds(200), bed.nextSeq()));

        bed.reports(bed.fix(0.30, 90));
        bed.reports(bed.fix(0.31, 60));
        assertThat(bed.latest()).containsExactly("200");
        bed.reports(bed.fix(0.32, 30));

        assertThat(bed.latest()).containsExactly("30");
        assertThat(bed.track()).containsExactly("200", "90", "60", "30");
        assertThat(POSTGRES.database()
                        .number("select count(*) from tracking.position where trip_id = ? and re_anchored", bed.trip()))
                .isEqualTo(3);
    }

    @Test // D11
    void neverMakesADeactivatedCarrierActive() {
        TrackingBed bed = bed();
        bed.does(
                "barCarrierOnCarrierDeactivated",
                new CarrierEvent.Deactivated(bed.carrier(), "stolen van", "admin:1", false, bed.now()),
                2);

        bed.reports(bed.fix(0.1, 10));

        assertThat(bed.latest()).isEmpty();
        assertThat(bed.rejected()).containsExactly("CARRIER_INACTIVE");
        assertThat(POSTGRES.database().text("select active from tracking.carrier where carrier_id = ?", bed.carrier()))
                .isEqualTo("f");
    }

    @Test
    void ignoresPositionsAfterTheTripEnded() {
        TrackingBed bed = bed();
        bed.reports(bed.fix(0.9, 60));
        bed.does(
                "endTripOnTripCompleted",
                new TripEvent.Completed(bed.trip(), bed.carrier(), bed.now().minusSeconds(30), Map.of(), bed.now()),
                9);

        bed.reports(bed.fix(0.95, 10));
        assertThat(bed.latest()).isEmpty();
        assertThat(bed.track()).containsExactly("60");
        assertThat(bed.feed("removed")).hasSize(1);

        bed.reports(bed.fix(0.905, 45));
        assertThat(bed.latest()).isEmpty();
        assertThat(bed.track()).as("a late one of the drive is history").containsExactly("60", "45");
    }

    @Test // a position of somebody else's drive is nobody's business
    void dropsPositionsWithoutATrip() {
        TrackingBed bed = TrackingBed.planned(harness);

        bed.reports(bed.fix(0.1, 10));

        assertThat(bed.count("position")).isZero();
        assertThat(bed.rejected()).isEmpty();
    }

    @Test
    void tellsTripsOfAcceptedPositionsOnceAMinute() {
        TrackingBed bed = bed();

        bed.reports(bed.fix(0.10, 90));
        bed.reports(bed.fix(0.11, 60));
        bed.reports(bed.fix(0.12, 30));

        assertThat(harness.emitted(TrackingEvent.PositionAccepted.TYPE))
                .filteredOn(e -> e.tripId().equals(bed.trip()))
                .singleElement()
                .satisfies(e -> assertThat(e.feedSeq()).isEqualTo(1));
        assertThat(bed.feed("position")).hasSize(3);
    }

    @Test
    void tellsARefusalByARuleOnceAMinute() {
        TrackingBed bed = bed();

        bed.reports(bed.fix(0.10, -600));
        bed.reports(bed.fix(0.11, -700));

        assertThat(harness.emitted(TrackingEvent.PositionRejected.TYPE))
                .filteredOn(e -> e.carrierId().equals(bed.carrier()))
                .singleElement()
                .satisfies(e -> assertThat(e.rule()).isEqualTo("FUTURE"));
        assertThat(bed.rejected()).hasSize(2);
    }

    @Test
    void letsAStandingVehicleLiveWithoutGrowingItsTrack() {
        TrackingBed bed = bed();

        bed.reports(bed.fix(0.10, 90));
        bed.reports(bed.fix(0.10, 60));
        bed.reports(bed.fix(0.10, 30));

        assertThat(bed.track()).containsExactly("90");
        assertThat(bed.latest()).containsExactly("30");
        assertThat(bed.feed("position")).hasSize(3);
    }

    @Test
    void makesThePartitionOfADayThatHasNone() {
        TrackingBed bed = bed();
        POSTGRES.database().execute("drop table tracking.position_" + day(bed.now()));

        bed.reports(bed.fix(0.1, 0));

        assertThat(bed.count("position_" + day(bed.now()))).isEqualTo(1);
    }

    @Test // a device's clock must not fill the catalogue
    void makesNoPartitionForADayThatNobodyLives() {
        TrackingBed bed = bed();

        bed.reports(bed.fixAt(53.9, 27.56, Instant.parse("2099-01-01T00:00:00Z"), bed.nextSeq()));
        bed.reports(bed.fixAt(53.9, 27.56, Instant.parse("9999-12-31T23:59:59Z"), bed.nextSeq()));

        assertThat(bed.rejected()).containsExactly("FUTURE", "FUTURE");
        assertThat(POSTGRES.database()
                        .texts("select relname::text from pg_class where relname like 'position_2099%'"
                                + " or relname like 'position_9999%'"))
                .isEmpty();
    }

    @Test // whoever nobody knows is told once at most
    void refusesFixesOfACarrierThatNobodyKnows() {
        TrackingBed bed = bed();

        bed.reports(bed.fix("stranger", 53.9, 27.56, 10, bed.now(), 1));
        bed.reports(bed.fix("stranger", 53.9, 27.56, 10, bed.now(), 2));

        assertThat(harness.emitted(TrackingEvent.PositionRejected.TYPE))
                .filteredOn(e -> e.carrierId().equals("stranger"))
                .isEmpty();
    }

    private static String day(Instant at) {
        return at.toString().substring(0, 10).replace("-", "");
    }
}
