package by.belparcel.pickuppoints.reading;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.OrderState;
import by.belparcel.pickuppoints.BatchScene;
import by.belparcel.pickuppoints.CounterScene;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists come from memory, and nobody who changes something sees what was before (domain operations.md section 6). */
class RememberedListsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    /** Believes its memory for long, and a hold is over at once: what is forgotten was forgotten by an event. */
    private static final Map<String, String> LONG_MEMORY =
            Map.of("BELPARCEL_CACHE_TRUST", "PT1H", "BELPARCEL_CACHE_HOLD", "PT0S");

    private final String client = Long.toString(CounterScene.number());

    @Test
    void answersFromMemoryWithoutReadingTheRowsAgain() {
        CounterScene scene = CounterScene.at(POSTGRES.database(), LONG_MEMORY);
        scene.accepted(client);
        total(scene);

        POSTGRES.database().execute("delete from pickup_points.parcel where client_id = ?", client);

        assertThat(total(scene)).isEqualTo(1);
    }

    @Test
    void showsAtOnceWhatACommandHasChanged() {
        CounterScene scene = CounterScene.at(POSTGRES.database(), Map.of("BELPARCEL_CACHE_TRUST", "PT1H"));
        assertThat(total(scene)).isZero();
        assertThat(used(scene)).isZero();

        long number = scene.accepted(client);
        assertThat(total(scene)).isEqualTo(1);
        assertThat(used(scene)).isEqualTo(1);

        scene.issue(number);
        assertThat(list(scene).text("items/0/state")).isEqualTo("ISSUED");
        assertThat(used(scene)).isZero();
    }

    @Test
    void forgetsWhenTheEventsOfAnotherProcessCome() {
        CounterScene here = CounterScene.at(POSTGRES.database(), LONG_MEMORY);
        assertThat(total(here)).isZero();
        CounterScene there = CounterScene.at(POSTGRES.database(), LONG_MEMORY);
        here.accepted(client);
        total(here);
        assertThat(total(there)).as("a worker of another point").isZero();
        POSTGRES.database()
                .execute(
                        "update pickup_points.parcel set state = 'ISSUED', issued_at = now() where client_id = ?",
                        client);
        assertThat(list(here).text("items/0/state")).isEqualTo("ACCEPTED");

        here.harness().deliver();

        assertThat(list(here).text("items/0/state")).isEqualTo("ISSUED");
    }

    @Test
    void showsAtOnceWhatTheReferencesSayOfAPoint() {
        CounterScene scene = CounterScene.at(POSTGRES.database(), Map.of("BELPARCEL_CACHE_TRUST", "PT1H"));
        assertThat(point(scene).text("status")).isEqualTo("OPEN");

        Map<String, Object> state = Map.of(
                "code", point(scene).text("code"), "lat", 53.9, "lng", 27.5, "is_hub", false, "status", "SUSPENDED");
        scene.harness()
                .event(
                        "adoptPointOnReferenceUpdated",
                        new PlatformEvent.ReferenceUpdated(
                                "pvz", scene.pvz(), 1, List.of("status"), state, Instant.parse("2026-11-20T08:00:00Z")),
                        1);

        assertThat(point(scene).text("status")).isEqualTo("SUSPENDED");
    }

    @Test // the news of a cancelled order has no fact of this context behind it
    void showsNoParcelOfAnOrderThatWasCancelled() {
        BatchScene batches = BatchScene.at(POSTGRES.database(), Map.of("BELPARCEL_CACHE_TRUST", "PT1H"));
        CounterScene scene = batches.counter();
        String order = batches.aDeliveredBatch(1).get(1);
        POSTGRES.database()
                .execute("update pickup_points.parcel set client_id = ? where order_id = ?::uuid", client, order);
        assertThat(list(scene).text("items/0/state")).isEqualTo("EXPECTED");

        batches.cancel(order, OrderState.IN_TRANSIT);

        assertThat(total(scene)).isZero();
    }

    @Test
    void answersTheSameWhenRedisIsNowhere() {
        CounterScene scene = CounterScene.at(POSTGRES.database(), Map.of("REDIS_URL", "redis://127.0.0.1:1"));
        assertThat(total(scene)).isZero();
        scene.accepted(client);

        assertThat(total(scene)).isEqualTo(1);
    }

    private int total(CounterScene scene) {
        return list(scene).json().at("/total").asInt();
    }

    private HttpReply list(CounterScene scene) {
        HttpReply reply = scene.harness()
                .query("listClientParcels")
                .as(scene.worker())
                .path("id", client)
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }

    private static int used(CounterScene scene) {
        return scene.harness()
                .query("getPointCapacity")
                .as(scene.worker())
                .path("id", scene.pvz())
                .send()
                .json()
                .at("/used")
                .asInt();
    }

    private static HttpReply point(CounterScene scene) {
        return scene.harness()
                .query("getPoint")
                .as(scene.worker())
                .path("id", scene.pvz())
                .send();
    }
}
