package by.belparcel.pickuppoints.points;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PvzEvent;
import by.belparcel.pickuppoints.CounterScene;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Suspending, resuming and closing points; the list of points. */
class SettlePointsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private final PointScene scene = new PointScene(POSTGRES.database());

    @Test
    void suspendsAPointAndResumesIt() {
        String id = scene.created();
        String until = CounterScene.inDays(3);

        HttpReply suspended = suspend(id, Map.of("reason", "water pipe", "until", until));

        assertThat(suspended.text("status")).as(suspended.toString()).isEqualTo("SUSPENDED");
        assertThat(Instant.parse(suspended.text("suspended_until")).toEpochMilli())
                .isEqualTo(Instant.parse(until).toEpochMilli());
        assertThat(scene.facts(PvzEvent.Suspended.TYPE, id)).singleElement().satisfies(fact -> {
            assertThat(fact.reason()).isEqualTo("water pipe");
            assertThat(fact.until()).isNotNull();
        });
        HttpReply resumed = scene.at("resumePoint", id, Principals.moderator(), Map.of());
        assertThat(resumed.text("status")).isEqualTo("OPEN");
        assertThat(resumed.json().has("suspended_until")).isFalse();
        assertThat(scene.facts(PvzEvent.Resumed.TYPE, id)).hasSize(1);
        HttpReply again = scene.at("resumePoint", id, Principals.moderator(), Map.of());
        assertThat(again.code()).isEqualTo("INVALID_STATE");
        assertThat(again.json().at("/allowed/0").asString()).isEqualTo("SUSPENDED");
    }

    @Test
    void needsAReasonAndAnEndInTheFutureToSuspend() {
        String id = scene.created();

        assertThat(suspend(id, Map.of()).text("errors/0/pointer")).isEqualTo("/reason");
        assertThat(suspend(id, Map.of("reason", "water", "until", "2020-01-01T00:00:00Z"))
                        .text("errors/0/pointer"))
                .isEqualTo("/until");
        assertThat(suspend(id, Map.of("reason", "water", "until", "2099-01-01T00:00:00"))
                        .text("errors/0/pointer"))
                .isEqualTo("/until");
    }

    @Test
    void endsASuspensionByItselfUnlessItWasPutOff() {
        String id = scene.created();
        suspend(id, Map.of("reason", "water pipe", "until", CounterScene.inDays(1)));
        fire(id);
        assertThat(scene.get(id).text("status")).as("not yet").isEqualTo("SUSPENDED");
        POSTGRES.database().execute("update pickup_points.point set suspended_until = now() where id = ?::uuid", id);

        fire(id);
        fire(id);

        assertThat(POSTGRES.database().text("select status from pickup_points.point where id = ?::uuid", id))
                .isEqualTo("OPEN");
        assertThat(scene.facts(PvzEvent.Resumed.TYPE, id)).hasSize(1);
        assertThat(POSTGRES.database()
                        .number(
                                "select count(*) from eventing.timers where kind = 'pvz.suspension-end' and subject = ?",
                                id))
                .isEqualTo(1);
    }

    @Test
    void closesAnEmptyPointForGood() {
        String id = scene.created();
        HttpReply closed = scene.at("closePoint", id, Principals.admin(), Map.of("reason", "lease ended"));

        assertThat(closed.text("status")).as(closed.toString()).isEqualTo("CLOSED");
        assertThat(scene.facts(PvzEvent.Closed.TYPE, id).getFirst().reason()).isEqualTo("lease ended");
        for (String function : List.of("closePoint", "resumePoint", "suspendPoint", "updatePoint")) {
            Map<String, Object> body =
                    function.equals("updatePoint") ? Map.of("name", "Again") : Map.of("reason", "again");
            assertThat(scene.at(function, id, Principals.admin(), body).code())
                    .as(function)
                    .isEqualTo("INVALID_STATE");
        }
    }

    @Test
    void closesNoPointWithParcelsInside() {
        scene.counter().accepted();
        scene.counter().accepted();

        HttpReply reply = scene.at("closePoint", scene.counter().pvz(), Principals.admin(), Map.of());

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("PVZ_NOT_EMPTY");
        assertThat(reply.json().at("/count").asInt()).isEqualTo(2);
    }

    @Test // domain pickup-points.md section 1: as with is_hub = false
    void closesNoHubThatIsInUse() {
        String hub = scene.created("is_hub", true);
        String sortedThere = scene.created("hub_id", hub);

        HttpReply reply = scene.at("closePoint", hub, Principals.admin(), Map.of());

        assertThat(reply.status()).as(reply.toString()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("HUB_IN_USE");
        assertThat(reply.json().at("/count").asInt()).isEqualTo(1);
        assertThat(scene.get(hub).text("status")).isEqualTo("OPEN");
        assertThat(scene.at("suspendPoint", hub, Principals.admin(), Map.of("reason", "water"))
                        .status())
                .isEqualTo(200);
        scene.at("closePoint", sortedThere, Principals.admin(), Map.of());
        assertThat(scene.at("closePoint", hub, Principals.admin(), Map.of()).text("status"))
                .isEqualTo("CLOSED");
    }

    @Test
    void leavesItToThoseWhoMay() {
        String id = scene.created();

        assertThat(scene.at("closePoint", id, Principals.moderator(), Map.of()).status())
                .isEqualTo(403);
        assertThat(scene.at("suspendPoint", id, Principals.operator(), Map.of("reason", "water"))
                        .status())
                .isEqualTo(403);
        assertThat(scene.at("resumePoint", id, scene.counter().worker(), Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void findsPointsByPartOfTheirNameAndByStatus() {
        String id = scene.created("name", "ПВЗ 100% Центр_1");
        suspend(id, Map.of("reason", "water pipe"));

        assertThat(ids(Map.of("q", "центр_1"))).containsExactly(id);
        assertThat(ids(Map.of("q", "100%"))).containsExactly(id);
        assertThat(ids(Map.of("q", "центр_1", "status", "SUSPENDED"))).containsExactly(id);
        assertThat(ids(Map.of("q", "центр_1", "status", "OPEN"))).isEmpty();
        HttpReply wrong = list(Map.of("status", "open"));
        assertThat(wrong.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(wrong.json().at("/errors/0/limit").toString()).contains("OPEN", "SUSPENDED", "CLOSED");
        assertThat(list(Map.of("page", "1000", "limit", "100"))
                        .json()
                        .at("/total")
                        .asInt())
                .isPositive();
    }

    private void fire(String id) {
        scene.counter()
                .harness()
                .event(
                        "resumePointOnTimer",
                        new PlatformEvent.TimerFired(
                                java.util.UUID.randomUUID().toString(),
                                "pvz.suspension-end",
                                id,
                                Instant.parse("2026-11-20T08:00:00Z"),
                                Instant.parse("2026-11-20T08:00:00Z")),
                        1);
    }

    private HttpReply suspend(String id, Map<String, Object> body) {
        return scene.at("suspendPoint", id, Principals.moderator(), body);
    }

    private HttpReply list(Map<String, String> parameters) {
        var call = scene.counter().harness().query("listPoints").as(Principals.operator());
        parameters.forEach(call::query);
        return call.send();
    }

    private List<String> ids(Map<String, String> parameters) {
        return list(parameters)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }
}
