package by.belparcel.alerts.application;

import static by.belparcel.alerts.AlertFixture.NOW;
import static by.belparcel.alerts.AlertFixture.anAlert;
import static by.belparcel.alerts.AlertFixture.facts;
import static by.belparcel.alerts.AlertFixture.fired;
import static by.belparcel.alerts.AlertFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.alerts.AlertFixture;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertCommandsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("alerts");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = AlertFixture.harness(POSTGRES.database());
    }

    @Test
    void acknowledgesOnce() {
        String alert = anAlert(harness);

        HttpReply first = send("acknowledgeAlert", alert, Map.of());
        HttpReply again = send("acknowledgeAlert", alert, Map.of());

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("state")).isEqualTo("ACKED");
        assertThat(first.text("acked_by")).isEqualTo("operator:operator-1");
        assertThat(first.header("ETag")).contains("\"v2\"");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(facts(harness, alert)).containsExactly("raised v1", "acknowledged v2");
    }

    @Test
    void keepsCountingWhatIsAcknowledged() {
        String trip = id();
        harness.event("raiseAlertOnDeviationStarted", AlertFixture.offRoute(trip, NOW), 1);
        String alert = AlertFixture.alertOf(POSTGRES.database(), trip);
        send("acknowledgeAlert", alert, Map.of());

        harness.event("raiseAlertOnDeviationStarted", AlertFixture.offRoute(trip, NOW.plusSeconds(1)), 2);

        assertThat(AlertFixture.alerts(POSTGRES.database(), trip)).containsExactly("OFF_ROUTE ACKED 2");
        assertThat(facts(harness, alert)).containsExactly("raised v1", "acknowledged v2");
    }

    @ParameterizedTest
    @CsvSource({"15m, 15", "1h, 60"})
    void snoozesAndComesBackWhileTheConditionHolds(String length, int minutes) {
        String alert = anAlert(harness);

        HttpReply snoozed = send("snoozeAlert", alert, Map.of("for", length));
        assertThat(snoozed.text("state")).isEqualTo("SNOOZED");
        assertThat(POSTGRES.database()
                        .number(
                                "select round(extract(epoch from snoozed_until - now()) / 60)::bigint from alerts.alerts"
                                        + " where id = ?::uuid",
                                alert))
                .isEqualTo(minutes);
        assertThat(POSTGRES.database()
                        .texts("select kind || ' ' || status from eventing.timers where subject = ?", alert))
                .containsExactly("alert.snooze-end DUE");
        wake(alert);
        assertThat(state(alert)).isEqualTo("SNOOZED");
        elapse(alert);
        wake(alert);

        assertThat(state(alert)).isEqualTo("OPEN");
        assertThat(facts(harness, alert)).containsExactly("raised v1", "snoozed v2", "raised v3");
    }

    @Test
    void resolvesAfterTheSnoozeWhenTheConditionIsClear() {
        String trip = id();
        harness.event("raiseAlertOnDeviationStarted", AlertFixture.offRoute(trip, NOW), 1);
        String alert = AlertFixture.alertOf(POSTGRES.database(), trip);
        send("snoozeAlert", alert, Map.of("for", "shift"));
        harness.event("clearAlertOnDeviationEnded", AlertFixture.onRoute(trip, NOW.plusSeconds(1)), 2);
        elapse(alert);

        wake(alert);

        assertThat(AlertFixture.alerts(POSTGRES.database(), trip)).containsExactly("OFF_ROUTE RESOLVED 1 auto");
    }

    @Test
    void resolvesOnceAndKeepsTheReasonOutOfTheEvents() {
        String alert = anAlert(harness);
        Map<String, Object> body = Map.of("reason", "the driver knows a shorter way");

        HttpReply first = send("resolveAlert", alert, body);
        HttpReply again = send("resolveAlert", alert, Map.of("reason", "somebody else says so"));

        assertThat(first.text("state")).isEqualTo("RESOLVED");
        assertThat(first.json().get("auto_resolved").asBoolean()).isFalse();
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(facts(harness, alert)).containsExactly("raised v1", "resolved v2");
        assertThat(harness.emitted().toString()).doesNotContain("shorter way");
    }

    @ParameterizedTest // state, then the command that it does not allow
    @CsvSource({
        "RESOLVED, acknowledgeAlert, OPEN",
        "SNOOZED, acknowledgeAlert, OPEN",
        "RESOLVED, snoozeAlert, OPEN",
        "SNOOZED, snoozeAlert, OPEN"
    })
    void refusesWhatTheStateDoesNotAllow(String state, String function, String allowed) {
        String alert = anAlert(harness);
        POSTGRES.database().execute("update alerts.alerts set state = ? where id = ?::uuid", state, alert);

        HttpReply reply = send(function, alert, function.equals("snoozeAlert") ? Map.of("for", "1h") : Map.of());

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("INVALID_STATE");
        assertThat(reply.json().toString()).contains(allowed);
        assertThat(state(alert)).isEqualTo(state);
    }

    @Test // D: a stale screen
    void refusesAnOldVersion() {
        String alert = anAlert(harness);

        HttpReply reply = send("acknowledgeAlert", alert, Map.of("expected_version", 7));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("VERSION_CONFLICT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2h", "15M", "", " ", "forever"})
    void refusesALengthThatItDoesNotKnow(String length) {
        HttpReply reply = send("snoozeAlert", anAlert(harness), Map.of("for", length));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().toString()).contains("/for").contains("15m, 1h or shift");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "    ok    "})
    void refusesAReasonThatIsTooShort(String reason) {
        String alert = anAlert(harness);

        assertThat(send("resolveAlert", alert, Map.of("reason", reason)).status())
                .isEqualTo(400);
        assertThat(send("resolveAlert", alert, Map.of("reason", "x".repeat(501)))
                        .status())
                .isEqualTo(400);
        assertThat(send("resolveAlert", alert, Map.of()).status()).isEqualTo(400);
        assertThat(state(alert)).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0190a000-0000-7000-8000-00000000dead", "1", "'; drop table alerts.alerts; --", "%00"})
    void knowsNoOtherAlerts(String id) {
        HttpReply reply = send("acknowledgeAlert", id, Map.of());

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("ALERT_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "operator, 200",
        "moderator, 200",
        "admin, 200",
        "auditor, 403",
        "analyst, 403",
        "carrier, 403",
        "shop, 403",
        "client, 403",
        "pvz_worker, 403"
    })
    void letsOnlyDispatchersAct(String role, int status) {
        HttpReply reply = as(Principals.staff(role), "acknowledgeAlert", anAlert(harness), Map.of());

        assertThat(reply.status()).isIn(status, status == 403 ? 404 : status);
    }

    private HttpReply send(String function, String alert, Map<String, ?> body) {
        return as(Principals.operator(), function, alert, body);
    }

    private HttpReply as(Principal caller, String function, String alert, Map<String, ?> body) {
        return harness.command(function)
                .as(caller)
                .key(id())
                .path("id", alert)
                .body(body)
                .send();
    }

    private void wake(String alert) {
        harness.event("endSnooze", fired(SnoozeAlertHandler.SNOOZE_END, alert), 0);
    }

    private static void elapse(String alert) {
        POSTGRES.database().execute("update alerts.alerts set snoozed_until = now() where id = ?::uuid", alert);
    }

    private static String state(String alert) {
        return POSTGRES.database().text("select state from alerts.alerts where id = ?::uuid", alert);
    }
}
