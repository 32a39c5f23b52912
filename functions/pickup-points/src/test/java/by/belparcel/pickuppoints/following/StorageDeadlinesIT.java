package by.belparcel.pickuppoints.following;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.pickuppoints.CounterScene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reminders and the end of the storage (domain pickup-points.md 2.1 and 2.3, rule 8). */
class StorageDeadlinesIT {

    private static final String REMINDER = "pvz.storage-reminder";
    private static final String EXPIRY = "pvz.storage-expiry";

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private CounterScene scene;

    @BeforeEach
    void start() {
        scene = CounterScene.at(POSTGRES.database());
    }

    @Test
    void setsTwoRemindersAndTheEndWhenAParcelIsAccepted() {
        scene.accepted();

        assertThat(delays(REMINDER)).containsExactly("5", "6");
        assertThat(delays(EXPIRY)).containsExactly("7");
    }

    @Test // a whole batch costs as many timers as one parcel
    void sharesTimersBetweenParcelsWithDeadlinesInOneMinute() {
        String until = Instant.now().plus(Duration.ofDays(9)).toString();
        for (int i = 0; i < 3; i++) {
            Map<String, Object> body = CounterScene.body(CounterScene.number());
            body.put("storage_until", until);
            scene.accept(body);
        }

        assertThat(delays(EXPIRY)).hasSize(1);
        assertThat(delays(REMINDER)).hasSize(2);
    }

    @Test
    void setsNoReminderThatWouldBeInThePast() {
        Map<String, Object> body = CounterScene.body(CounterScene.number());
        body.put("storage_until", Instant.now().plus(Duration.ofHours(30)).toString());
        scene.accept(body);

        assertThat(delays(REMINDER)).hasSize(1);
        assertThat(delays(EXPIRY)).hasSize(1);
    }

    @Test // the timer of another parcel at the point fires
    void remindsNobodyOfAMarkThatPassedBeforeTheParcelCame() {
        long number = CounterScene.number();
        Map<String, Object> body = CounterScene.body(number);
        body.put("storage_until", Instant.now().plus(Duration.ofHours(30)).toString());
        scene.accept(body);

        fire(REMINDER);
        assertThat(reminders(number)).isEmpty();
        scene.age(number, Duration.ofHours(6).plusMinutes(1));
        fire(REMINDER);

        assertThat(reminders(number)).hasSize(1);
    }

    @Test
    void remindsTwiceOfEachDeadlineAndNoMore() {
        long number = scene.accepted();
        fire(REMINDER);
        assertThat(reminders(number)).isEmpty();

        scene.age(number, Duration.ofDays(5).plusMinutes(1));
        fire(REMINDER);
        assertThat(fire(REMINDER).result()).hasToString("IGNORED");
        assertThat(reminders(number)).hasSize(1);
        scene.age(number, Duration.ofDays(1));
        fire(REMINDER);
        fire(REMINDER);

        assertThat(reminders(number)).hasSize(2);
    }

    @Test // one reminder says it, when the timer was late for both
    void remindsOnceWhenBothAreDueTogether() {
        long number = scene.accepted();
        scene.age(number, Duration.ofDays(6).plusHours(1));
        fire(REMINDER);
        fire(REMINDER);

        assertThat(reminders(number)).hasSize(1);
    }

    @Test // the timer looks again
    void remindsAnewAfterAnExtension() {
        long number = scene.accepted();
        scene.age(number, Duration.ofDays(6).plusHours(1));
        fire(REMINDER);
        extend(number, 3);
        fire(REMINDER);
        assertThat(reminders(number)).hasSize(1);

        scene.age(number, Duration.ofDays(3).plusMinutes(1));
        fire(REMINDER);

        assertThat(reminders(number)).hasSize(2);
    }

    @Test
    void marksWhatIsStillThereAtTheEndAndSaysSoOnce() {
        long number = scene.accepted();
        long issued = scene.issued();
        scene.age(number, Duration.ofDays(7).plusMinutes(1));
        scene.age(issued, Duration.ofDays(7).plusMinutes(1));

        fire(EXPIRY);
        fire(EXPIRY);

        assertThat(scene.state(number)).isEqualTo("OVERDUE");
        assertThat(scene.state(issued)).isEqualTo("ISSUED");
        assertThat(scene.facts(number)).containsExactly("pvz-order.accepted", "pvz-order.storage-expired");
        assertThat(scene.harness().emitted(PvzOrderEvent.StorageExpired.TYPE).stream()
                        .filter(event -> event.externalRef() != null && event.externalRef() == number))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.order().status()).isEqualTo(PvzOrderState.OVERDUE);
                    assertThat(event.actor().type()).isEqualTo("system");
                });
        assertThat(scene.stock()).isEqualTo(1);
    }

    @Test // the timer of the old deadline finds a parcel that was prolonged
    void leavesAParcelAloneThatWasExtended() {
        long number = scene.accepted();
        scene.age(number, Duration.ofDays(7).minusMinutes(1));
        extend(number, 2);
        scene.age(number, Duration.ofMinutes(2));

        assertThat(fire(EXPIRY).result()).hasToString("IGNORED");
        assertThat(scene.state(number)).isEqualTo("ACCEPTED");
    }

    @Test
    void setsNewTimersForAnExtension() {
        long number = scene.accepted();
        extend(number, 3);

        assertThat(delays(EXPIRY)).containsExactly("7", "10");
    }

    @Test
    void looksOnlyAtItsOwnPoint() {
        long number = scene.accepted();
        scene.age(number, Duration.ofDays(8));

        assertThat(fire(EXPIRY, UUID.randomUUID().toString()).result()).hasToString("IGNORED");
        assertThat(scene.state(number)).isEqualTo("ACCEPTED");
    }

    private EventReply fire(String kind) {
        return fire(kind, scene.pvz());
    }

    private EventReply fire(String kind, String subject) {
        Instant now = Instant.now();
        EventReply reply = scene.harness()
                .event(
                        kind.equals(REMINDER) ? "remindOnTimer" : "expireOnTimer",
                        new PlatformEvent.TimerFired(UUID.randomUUID().toString(), kind, subject, now, now),
                        1);
        assertThat(reply.status()).as("%s", reply.cause()).isEqualTo(204);
        return reply;
    }

    private void extend(long number, int days) {
        assertThat(scene.at("extendStorage", number, Map.of("days", days))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    private List<String> reminders(long number) {
        return scene.facts(number).stream()
                .filter(fact -> fact.equals("pvz-order.storage-reminder-due"))
                .toList();
    }

    /** Days until the timers of this point. */
    private List<String> delays(String kind) {
        return scene.database()
                .texts(
                        "select round(extract(epoch from due_at - now()) / 86400)::text from eventing.timers"
                                + " where kind = ? and subject = ? order by due_at",
                        kind,
                        scene.pvz());
    }
}
