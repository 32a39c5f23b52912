package by.belparcel.alerts.application;

import static by.belparcel.alerts.AlertFixture.NOW;
import static by.belparcel.alerts.AlertFixture.alertOf;
import static by.belparcel.alerts.AlertFixture.alerts;
import static by.belparcel.alerts.AlertFixture.fired;
import static by.belparcel.alerts.AlertFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.alerts.AlertFixture;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PlatformEvent;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeadLettersIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("alerts");

    private FunctionHarness harness;
    private final String consumer = "consumer-" + id();
    private final String first = id();
    private final String second = id();

    @BeforeEach
    void start() {
        POSTGRES.database().execute("truncate alerts.dead_letters, alerts.redrives, alerts.conditions, alerts.alerts");
        harness = AlertFixture.harness(POSTGRES.database());
    }

    @Test
    void staysOpenUntilTheLastMessageIsTakenOut() {
        die(consumer, first);
        die(consumer, second);

        discard(consumer, first);
        recheck(consumer);
        assertThat(alerts(POSTGRES.database(), consumer)).containsExactly("DLQ_NONEMPTY OPEN 2");
        discard(consumer, second);
        recheck(consumer);

        assertThat(alerts(POSTGRES.database(), consumer)).containsExactly("DLQ_NONEMPTY RESOLVED 2 auto");
    }

    @Test
    void resolvesEveryConsumerWhenRedrivesHaveTakenOutAsManyAsDied() {
        String other = "consumer-" + id();
        die(consumer, first);
        die(other, second);

        redriven(1);
        recheck(consumer);
        assertThat(alerts(POSTGRES.database(), consumer)).containsExactly("DLQ_NONEMPTY OPEN 1");
        redriven(1);
        recheck(consumer);
        recheck(other);

        assertThat(alerts(POSTGRES.database(), consumer)).containsExactly("DLQ_NONEMPTY RESOLVED 1 auto");
        assertThat(alerts(POSTGRES.database(), other)).containsExactly("DLQ_NONEMPTY RESOLVED 1 auto");
        assertThat(POSTGRES.database().number("select count(*) from alerts.redrives"))
                .isZero();
    }

    @Test // two last messages taken out at once must not miss each other
    void noticesTheEndWhenTheLastMessagesAreTakenOutTogether() {
        for (int round = 0; round < 25; round++) {
            String of = "consumer-" + id();
            List<String> messages = List.of(id(), id());
            messages.forEach(message -> die(of, message));

            messages.parallelStream().forEach(message -> discard(of, message));
            recheck(of);

            assertThat(alerts(POSTGRES.database(), of)).containsExactly("DLQ_NONEMPTY RESOLVED 2 auto");
        }
    }

    @Test // events of two messages come in any order
    void staysOpenWhenAnotherMessageDiedMeanwhile() {
        die(consumer, first);
        discard(consumer, first);
        die(consumer, second);
        recheck(consumer);

        assertThat(alerts(POSTGRES.database(), consumer)).containsExactly("DLQ_NONEMPTY OPEN 2");
    }

    private void die(String of, String message) {
        harness.event(
                "countDeadLetterOnMessageDead", new PlatformEvent.MessageDead(message, of, "t", "SCHEMA", "f", NOW), 1);
    }

    private void discard(String of, String message) {
        assertThat(harness.event(
                                "countDeadLetterOnDiscarded",
                                new PlatformEvent.MessageDiscarded(message, of, "t", "DISCARDED", "f", NOW),
                                2)
                        .status())
                .isEqualTo(204);
    }

    private void redriven(int resolved) {
        harness.event(
                "countDeadLettersOnRedriveCompleted", new PlatformEvent.RedriveCompleted(id(), resolved, 0, NOW), 2);
    }

    private void recheck(String of) {
        harness.event("recheckAlert", fired(Evaluation.RECHECK, alertOf(POSTGRES.database(), of)), 0);
    }
}
