package by.belparcel.tracking.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.tracking.TrackingBed;
import by.belparcel.tracking.TrackingFunctions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Silence is told by durable timers that look again (A9 silence). */
class SilenceIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static FunctionHarness harness;

    @BeforeAll
    static void start() {
        harness = TrackingBed.harness(POSTGRES.database(), new TrackingFunctions());
    }

    private final TrackingBed bed = TrackingBed.onTheRoad(harness);

    private void look() {
        bed.does(
                "lookOnTimerFired",
                new PlatformEvent.TimerFired("t", SignalChanges.TIMER, bed.trip(), bed.now(), bed.now()),
                0);
    }

    /** The last position is so old now. */
    private void waits(int seconds) {
        POSTGRES.database()
                .execute(
                        "update tracking.carrier_locations set device_time = now() - ? * interval '1 second'"
                                + " where trip_id = ?",
                        seconds,
                        bed.trip());
    }

    private List<Long> lost() {
        return harness.emitted(TrackingEvent.SignalLost.TYPE).stream()
                .filter(e -> e.tripId().equals(bed.trip()))
                .map(TrackingEvent.SignalLost::seconds)
                .toList();
    }

    private long stale() {
        return harness.emitted(TrackingEvent.SignalStale.TYPE).stream()
                .filter(e -> e.tripId().equals(bed.trip()))
                .count();
    }

    private List<TrackingEvent.SignalRecovered> recovered() {
        return harness.emitted(TrackingEvent.SignalRecovered.TYPE).stream()
                .filter(e -> e.tripId().equals(bed.trip()))
                .toList();
    }

    private long timers() {
        return POSTGRES.database().number("select count(*) from eventing.timers where subject = ?", bed.trip());
    }

    @Test // A9 silence
    void tellsSilenceAtEveryStepOnce() {
        bed.reports(bed.fix(0.1, 5));
        look();
        assertThat(stale()).isZero();
        waits(95);
        look();
        look();
        assertThat(stale()).isEqualTo(1);
        assertThat(lost()).isEmpty();
        waits(310);
        look();
        look();
        waits(605);
        look();
        waits(1900);
        look();
        look();

        assertThat(stale()).isEqualTo(1);
        assertThat(lost()).containsExactly(310L, 605L, 1900L);
        assertThat(bed.feed("status")).hasSize(4);
    }

    @Test
    void setsTheNextTimerUntilTheLastStep() {
        bed.reports(bed.fix(0.1, 5));
        assertThat(timers()).as("the start of the trip sets the first").isEqualTo(1);
        look();
        assertThat(timers()).isEqualTo(2);
        waits(1900);
        look();

        assertThat(timers()).as("nothing left to tell").isEqualTo(2);
    }

    @Test
    void tellsWhenPositionsComeAgainAndWatchesOn() {
        bed.reports(bed.fix(0.1, 2000));
        look();
        assertThat(lost()).hasSize(1);
        long before = timers();

        bed.reports(bed.fix(0.2, 5));

        assertThat(recovered())
                .singleElement()
                .satisfies(e -> assertThat(e.seconds()).isEqualTo(1995));
        assertThat(timers()).isEqualTo(before + 1);
        bed.reports(bed.fix(0.2001, 0));
        assertThat(recovered()).hasSize(1);
    }

    /** Seconds until the timers that are set. */
    private List<Long> due() {
        return POSTGRES
                .database()
                .texts(
                        "select ceil(extract(epoch from due_at - now()))::bigint::text from eventing.timers"
                                + " where subject = ? and status = 'DUE'",
                        bed.trip())
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    @Test // D20: one timer a trip, and a new silence is not told when the old one would have been
    void watchesANewSilenceFromItsBeginning() {
        bed.reports(bed.fix(0.1, 605));
        look();
        assertThat(due()).singleElement().satisfies(in -> assertThat(in).isGreaterThan(1_000));

        bed.reports(bed.fix(0.2, 5));
        assertThat(due()).singleElement().satisfies(in -> assertThat(in).isBetween(1L, 90L));
        look();
        look();

        assertThat(due()).as("also when the old timer was on its way").hasSize(1);
    }

    @Test // D20
    void watchesNoTripThatIsOver() {
        bed.reports(bed.fix(0.1, 5));
        look();
        assertThat(due()).hasSize(1);

        bed.does(
                "endTripOnTripCancelled",
                new by.belparcel.events.TripEvent.Cancelled(bed.trip(), null, "NOT_NEEDED", bed.now()),
                9);

        assertThat(due()).isEmpty();
    }

    @Test // D25
    void doesNotTakeALateReportForALifeSign() {
        bed.reports(bed.fix(0.1, 2000));
        look();

        bed.reports(bed.fix(0.2, 1500));

        assertThat(recovered()).isEmpty();
    }

    @Test
    void tellsThatATripWasNeverHeardOf() {
        look();

        assertThat(stale()).isEqualTo(1);
        assertThat(lost()).hasSize(1);
    }

    @Test // a timer is only a hint
    void leavesATripThatIsOverAlone() {
        bed.does(
                "endTripOnTripCompleted",
                new by.belparcel.events.TripEvent.Completed(
                        bed.trip(), bed.carrier(), bed.now(), java.util.Map.of(), bed.now()),
                9);
        look();

        assertThat(stale()).isZero();
    }
}
