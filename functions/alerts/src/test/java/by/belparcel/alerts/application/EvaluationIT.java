package by.belparcel.alerts.application;

import static by.belparcel.alerts.AlertFixture.NOW;
import static by.belparcel.alerts.AlertFixture.alertOf;
import static by.belparcel.alerts.AlertFixture.alerts;
import static by.belparcel.alerts.AlertFixture.facts;
import static by.belparcel.alerts.AlertFixture.fired;
import static by.belparcel.alerts.AlertFixture.id;
import static by.belparcel.alerts.AlertFixture.offRoute;
import static by.belparcel.alerts.AlertFixture.onRoute;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.alerts.AlertFixture;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.RecordedEvent;
import by.belparcel.events.AlertEvent;
import by.belparcel.events.PaymentEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EvaluationIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("alerts");

    private FunctionHarness harness;
    private final String trip = id();

    @BeforeEach
    void start() {
        harness = AlertFixture.harness(POSTGRES.database());
    }

    @Test // D13, D1
    void opensOneAlertForFiftyRaisesAtOnce() {
        List<EventReply> replies = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> off(NOW.plusSeconds(i)))
                .toList();

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(204));
        assertThat(alerts(POSTGRES.database(), trip)).containsExactly("OFF_ROUTE OPEN 50");
        assertThat(harness.emitted(AlertEvent.Raised.TYPE).stream()
                        .filter(raised -> raised.subject().equals(trip)))
                .hasSize(1);
        assertThat(POSTGRES.database()
                        .text(
                                "select (last_at = ?::timestamptz)::text from alerts.alerts where subject_id = ?",
                                NOW.plusSeconds(49).toString(),
                                trip))
                .isEqualTo("true");
    }

    @Test // events.md: the subject of the event is the alert, that of the alert is in the payload
    void tellsOfTheAlertUnderItsOwnId() {
        off(NOW);
        String alert = alertOf(POSTGRES.database(), trip);

        assertThat(harness.emitted().stream()
                        .map(RecordedEvent::metadata)
                        .filter(event -> event.partitionKey().equals(alert)))
                .singleElement()
                .satisfies(event -> assertThat(event.subject()).isEqualTo(alert));
    }

    @Test // D1: as many alerts as there are trips and kinds
    void opensAnotherAlertForAnotherTripAndAnotherKind() {
        String other = id();
        off(NOW);
        harness.event("raiseAlertOnDeviationStarted", offRoute(other, NOW), 1);
        harness.event(
                "raiseAlertOnStoppageDetected",
                new by.belparcel.events.TrackingEvent.StoppageDetected(trip, null, 1900, NOW),
                1);

        assertThat(alerts(POSTGRES.database(), trip)).containsExactlyInAnyOrder("OFF_ROUTE OPEN 1", "STOPPAGE OPEN 1");
        assertThat(alerts(POSTGRES.database(), other)).containsExactly("OFF_ROUTE OPEN 1");
    }

    @Test // clear for two evaluations
    void resolvesByItselfOnlyWhenTheSecondEvaluationIsClear() {
        off(NOW);
        String alert = alertOf(POSTGRES.database(), trip);

        recheck(alert);
        back(NOW.plusSeconds(60));
        assertThat(alerts(POSTGRES.database(), trip)).containsExactly("OFF_ROUTE OPEN 1");
        recheck(alert);

        assertThat(alerts(POSTGRES.database(), trip)).containsExactly("OFF_ROUTE RESOLVED 1 auto");
        assertThat(facts(harness, alert)).containsExactly("raised v1", "resolved v2");
        assertThat(POSTGRES.database()
                        .texts(
                                "select status from eventing.timers where kind = 'alert.recheck' and subject = ?",
                                alert))
                .containsExactly("DUE");
    }

    @Test
    void staysOpenWhenTheConditionComesBackBeforeTheSecondEvaluation() {
        off(NOW);
        back(NOW.plusSeconds(60));
        off(NOW.plusSeconds(90));
        recheck(alertOf(POSTGRES.database(), trip));

        assertThat(alerts(POSTGRES.database(), trip)).containsExactly("OFF_ROUTE OPEN 2");
    }

    @Test
    void opensANewAlertAfterTheOldOneWasResolved() {
        off(NOW);
        back(NOW.plusSeconds(60));
        recheck(alertOf(POSTGRES.database(), trip));
        off(NOW.plusSeconds(90));

        assertThat(alerts(POSTGRES.database(), trip)).containsExactly("OFF_ROUTE RESOLVED 1 auto", "OFF_ROUTE OPEN 1");
    }

    @Test // out of order
    void ignoresAConditionThatIsOlderThanItsEnd() {
        back(NOW.plusSeconds(60));
        EventReply late = off(NOW);

        assertThat(late.result()).hasToString("IGNORED");
        assertThat(alerts(POSTGRES.database(), trip)).isEmpty();
    }

    @Test // out of order
    void ignoresAnEndThatIsOlderThanTheConditionItself() {
        off(NOW.plusSeconds(60));
        back(NOW);
        recheck(alertOf(POSTGRES.database(), trip));

        assertThat(alerts(POSTGRES.database(), trip)).containsExactly("OFF_ROUTE OPEN 1");
    }

    @Test
    void takesAConditionAsClearThatNobodyRepeats() {
        String payment = id();
        harness.event("raiseAlertOnPaymentUnknown", new PaymentEvent.Unknown(payment, id(), null, NOW), 2);
        String alert = alertOf(POSTGRES.database(), payment);

        recheck(alert);
        assertThat(state(alert)).isEqualTo("OPEN");
        POSTGRES.database().execute("update alerts.conditions set expires_at = now() where subject_id = ?", payment);
        recheck(alert);
        assertThat(state(alert)).isEqualTo("OPEN");
        recheck(alert);

        assertThat(state(alert)).isEqualTo("RESOLVED");
    }

    @Test
    void looksAtAnAlertThatIsGoneWithoutHarm() {
        assertThat(harness.event("recheckAlert", fired(Evaluation.RECHECK, id()), 0)
                        .result())
                .hasToString("IGNORED");
    }

    private EventReply off(Instant at) {
        return harness.event("raiseAlertOnDeviationStarted", offRoute(trip, at), 1);
    }

    private void back(Instant at) {
        harness.event("clearAlertOnDeviationEnded", onRoute(trip, at), 2);
    }

    private void recheck(String alert) {
        harness.event("recheckAlert", fired(Evaluation.RECHECK, alert), 0);
    }

    private static String state(String alert) {
        return POSTGRES.database().text("select state from alerts.alerts where id = ?::uuid", alert);
    }
}
