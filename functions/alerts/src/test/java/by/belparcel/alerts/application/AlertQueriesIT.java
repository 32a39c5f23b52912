package by.belparcel.alerts.application;

import static by.belparcel.alerts.AlertFixture.NOW;
import static by.belparcel.alerts.AlertFixture.anAlert;
import static by.belparcel.alerts.AlertFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.alerts.AlertFixture;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.QueryCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertQueriesIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("alerts");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        POSTGRES.database().execute("truncate alerts.alerts, alerts.conditions");
        harness = AlertFixture.harness(POSTGRES.database());
    }

    @Test
    void showsAnAlert() {
        String alert = anAlert(harness);

        HttpReply reply = harness.query("getAlert")
                .as(Principals.auditor())
                .path("id", alert)
                .send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("kind")).isEqualTo("OFF_ROUTE");
        assertThat(reply.text("severity")).isEqualTo("WARNING");
        assertThat(reply.text("subject_type")).isEqualTo("trip");
        assertThat(reply.json().get("count").asInt()).isEqualTo(1);
        assertThat(reply.header("ETag")).contains("\"v1\"");
    }

    @ParameterizedTest
    @CsvSource({"0190a000-0000-7000-8000-00000000dead", "x", "%27"})
    void knowsNoOtherAlert(String id) {
        assertThat(harness.query("getAlert")
                        .as(Principals.operator())
                        .path("id", id)
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void listsByPagesNewestFirst() {
        List<String> made =
                IntStream.range(0, 5).mapToObj(i -> anAlert(harness)).toList();

        List<String> seen = new ArrayList<>();
        HttpReply page = list(Map.of("limit", "2"));
        seen.addAll(ids(page));
        while (page.json().hasNonNull("next_cursor")) {
            page = list(Map.of("limit", "2", "cursor", page.text("next_cursor")));
            seen.addAll(ids(page));
        }

        assertThat(seen).containsExactlyElementsOf(made.reversed());
    }

    @Test
    void filters() {
        String trip = id();
        harness.event("raiseAlertOnDeviationStarted", AlertFixture.offRoute(trip, NOW), 1);
        Sample stop = Sample.raising().get(3);
        harness.event(stop.function(), stop.about(trip, NOW), 1);
        Sample breakdown = Sample.raising().get(2);
        harness.event(breakdown.function(), breakdown.about(id(), NOW), 1);
        anAlert(harness);
        POSTGRES.database().execute("update alerts.alerts set state = 'ACKED' where subject_id = ?", trip);

        assertThat(ids(list(Map.of()))).hasSize(4);
        assertThat(ids(list(Map.of("subject", trip)))).hasSize(2);
        assertThat(ids(list(Map.of("subject", trip, "kind", "LATE_ARRIVAL")))).hasSize(1);
        assertThat(ids(list(Map.of("state", "ACKED")))).hasSize(1);
        assertThat(ids(list(Map.of("severity", "CRITICAL")))).hasSize(1);
        assertThat(ids(list(Map.of("state", "RESOLVED")))).isEmpty();
    }

    @ParameterizedTest // D7
    @CsvSource({
        "state, open, RESOLVED",
        "state, NEW, ACKED",
        "kind, LATE, LATE_ARRIVAL",
        "severity, warn, CRITICAL",
        "limit, 0, 1..100",
        "limit, 101, 1..100",
        "limit, abc, 1..100"
    })
    void namesTheAllowedValues(String parameter, String value, String allowed) {
        HttpReply reply = list(Map.of(parameter, value));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.json().get("errors").toString())
                .contains("/" + parameter)
                .contains(allowed);
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        anAlert(harness);
        anAlert(harness);
        String cursor = list(Map.of("limit", "1")).text("next_cursor");

        HttpReply reply = list(Map.of("limit", "1", "state", "OPEN", "cursor", cursor));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("CURSOR_MISMATCH");
        assertThat(list(Map.of("subject", "x".repeat(201))).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"operator, 200", "moderator, 200", "admin, 200", "auditor, 200", "shop, 403", "carrier, 403"})
    void letsOnlyStaffRead(String role, int status) {
        assertThat(harness.query("listAlerts").as(Principals.staff(role)).send().status())
                .isEqualTo(status);
    }

    private HttpReply list(Map<String, String> query) {
        QueryCall call = harness.query("listAlerts").as(Principals.operator());
        query.forEach(call::query);
        return call.send();
    }

    private static List<String> ids(HttpReply page) {
        List<String> ids = new ArrayList<>();
        page.json().get("items").forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }
}
