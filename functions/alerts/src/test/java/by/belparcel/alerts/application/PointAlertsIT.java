package by.belparcel.alerts.application;

import static by.belparcel.alerts.AlertFixture.NOW;
import static by.belparcel.alerts.AlertFixture.alertOf;
import static by.belparcel.alerts.AlertFixture.alerts;
import static by.belparcel.alerts.AlertFixture.fired;
import static by.belparcel.alerts.AlertFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.alerts.AlertFixture;
import by.belparcel.alerts.PointFixture;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PARCEL_MISSING, PVZ_CAPACITY and STORAGE_OVERDUE, in any order of the news. */
class PointAlertsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("alerts");

    private FunctionHarness harness;
    private final String subject = id();

    @BeforeEach
    void start() {
        harness = AlertFixture.harness(POSTGRES.database());
    }

    @Test
    void keepsTheAlertUntilTheLastMissingParcelOfTheOrderIsFoundOrLost() {
        missing(1);
        missing(2);
        found(1, NOW.plusSeconds(60));
        recheck();
        assertThat(state()).isEqualTo("PARCEL_MISSING OPEN 2");

        lost(2);
        recheck();

        assertThat(state()).isEqualTo("PARCEL_MISSING RESOLVED 2 auto");
    }

    @Test
    void resolvesTheAlertOfAnOrderOfWhichEverythingIsLost() {
        missing(1);
        missing(2);
        lost(null);
        recheck();

        assertThat(state()).endsWith("RESOLVED 2 auto");
    }

    @Test // out of order: it was found before the loss was told
    void opensNoAlertForAParcelThatWasFound() {
        found(1, NOW.minusSeconds(5));

        assertThat(missing(1).result()).hasToString("IGNORED");
        assertThat(alerts(POSTGRES.database(), subject)).isEmpty();
    }

    @Test // nearly every parcel
    void notesNoConditionOfAnOrderThatNobodyMissed() {
        found(1, NOW);

        assertThat(POSTGRES.database().number("select count(*) from alerts.conditions where subject_id = ?", subject))
                .isZero();
    }

    @Test // the saga is late: the loss bears a later time than the finding
    void resolvesAlthoughTheLossWasToldWithALaterTime() {
        event("countParcelOnOrderMissing", PointFixture.missing(subject, 1, NOW.plusSeconds(600)));
        found(1, NOW);
        recheck();

        assertThat(state()).endsWith("RESOLVED 1 auto");
    }

    @Test
    void staysOpenWhenAnotherParcelOfTheOrderIsAccepted() {
        missing(2);
        found(1, NOW.plusSeconds(60));
        recheck();

        assertThat(state()).isEqualTo("PARCEL_MISSING OPEN 1");
    }

    @Test
    void countsParcelsOutUntilThePointIsNotNearlyFullAnyMore() {
        event("watchFillOnCapacityWarning", PointFixture.nearlyFull(subject, 86, 100, NOW));
        issue(NOW.plusSeconds(1));
        recheck();
        assertThat(state()).isEqualTo("PVZ_CAPACITY OPEN 1");

        issue(NOW.plusSeconds(2));
        recheck();

        assertThat(state()).isEqualTo("PVZ_CAPACITY RESOLVED 1 auto");
    }

    @Test // what was before the measurement is in it already
    void countsNothingThatWasBeforeTheMeasurement() {
        event("watchFillOnCapacityWarning", PointFixture.nearlyFull(subject, 85, 100, NOW));
        issue(NOW);
        issue(NOW.minusSeconds(1));
        recheck();

        assertThat(state()).isEqualTo("PVZ_CAPACITY OPEN 1");
    }

    @Test
    void countsWhatComesAndWhatComesBack() {
        event("watchFillOnCapacityWarning", PointFixture.nearlyFull(subject, 85, 100, NOW));
        event("followParcelOnPvzOrderAccepted", PointFixture.accepted(null, null, subject, NOW.plusSeconds(1)));
        event("followParcelOnReturnedByClient", PointFixture.returnedByClient(subject, NOW.plusSeconds(2)));
        issue(NOW.plusSeconds(3));
        event("followParcelOnReturnedToCourier", PointFixture.returnedToCourier(id(), subject, NOW.plusSeconds(4)));
        recheck();
        assertThat(state()).isEqualTo("PVZ_CAPACITY OPEN 1");

        issue(NOW.plusSeconds(5));
        recheck();

        assertThat(state()).endsWith("RESOLVED 1 auto");
    }

    @Test // out of order
    void ignoresAnOlderMeasurement() {
        event("watchFillOnCapacityWarning", PointFixture.nearlyFull(subject, 90, 100, NOW.plusSeconds(60)));

        assertThat(event("watchFillOnCapacityWarning", PointFixture.nearlyFull(subject, 85, 100, NOW))
                        .result())
                .hasToString("IGNORED");
    }

    @Test
    void resolvesAnOverdueStorageThatWasExtendedOrEnded() {
        event("raiseAlertOnStorageExpired", PointFixture.storageExpired(subject, NOW));
        event("clearAlertOnStorageExtended", PointFixture.storageExtended(subject, NOW.plusSeconds(1)));
        recheck();
        assertThat(state()).isEqualTo("STORAGE_OVERDUE RESOLVED 1 auto");

        event("raiseAlertOnStorageExpired", PointFixture.storageExpired(subject, NOW.plusSeconds(2)));
        event("followParcelOnReturnedToCourier", PointFixture.returnedToCourier(subject, id(), NOW.plusSeconds(3)));
        recheck();

        assertThat(alerts(POSTGRES.database(), subject))
                .containsExactly("STORAGE_OVERDUE RESOLVED 1 auto", "STORAGE_OVERDUE RESOLVED 1 auto");
    }

    @Test // out of order: the extension is newer than the end it follows
    void opensNoAlertForAStorageThatWasExtendedMeanwhile() {
        event("clearAlertOnStorageExtended", PointFixture.storageExtended(subject, NOW.plusSeconds(1)));

        assertThat(event("raiseAlertOnStorageExpired", PointFixture.storageExpired(subject, NOW))
                        .result())
                .hasToString("IGNORED");
    }

    private EventReply missing(int parcelNo) {
        return event("countParcelOnOrderMissing", PointFixture.missing(subject, parcelNo, NOW));
    }

    private void found(int parcelNo, Instant at) {
        event("followParcelOnPvzOrderAccepted", PointFixture.accepted(subject, parcelNo, id(), at));
    }

    private void lost(Integer parcelNo) {
        event("countParcelOnOrderLost", PointFixture.lost(subject, parcelNo, NOW.plusSeconds(120)));
    }

    private void issue(Instant at) {
        event("followParcelOnPvzOrderIssued", PointFixture.issued(subject, at));
    }

    private void recheck() {
        event("recheckAlert", fired(Evaluation.RECHECK, alertOf(POSTGRES.database(), subject)));
    }

    private String state() {
        return alerts(POSTGRES.database(), subject).getFirst();
    }

    private EventReply event(String function, DomainEvent event) {
        EventReply reply = harness.event(function, event, 1);
        assertThat(reply.status()).as("%s %s", function, reply.cause()).isEqualTo(204);
        return reply;
    }
}
