package by.belparcel.pickuppoints.reading;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.QueryCall;
import by.belparcel.kernel.OrderState;
import by.belparcel.pickuppoints.BatchScene;
import by.belparcel.pickuppoints.CounterScene;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Returns, overdue parcels and histories of one point. */
class ListsOfPointIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private final CounterScene scene = CounterScene.at(POSTGRES.database());

    @Test
    void listsReturnsNewestFirst() {
        long first = scene.issued();
        long second = scene.issued();
        scene.issued();
        scene.takeBack("123", first);
        scene.takeBack("123", second);

        HttpReply reply = list("listReturns", Map.of());

        assertThat(numbers(reply)).containsExactly(second, first);
        assertThat(reply.text("items/0/state")).isEqualTo("RETURNED_BY_CLIENT");
        assertThat(reply.json().at("/total").asInt()).isEqualTo(2);
        assertThat(numbers(list("listReturns", Map.of("page", "2", "limit", "1"))))
                .containsExactly(first);
    }

    @ParameterizedTest // a claim is signed, yet whoever signed it may have been wrong
    @ValueSource(strings = {"listReturns", "listOverdueParcels", "getParcelsHistory", "listClientParcels"})
    void knowsNoPointOfAClaimThatIsNoId(String function) {
        for (String claim : List.of("x' or 1=1--", scene.pvz() + "x", "")) {
            QueryCall call = scene.harness().query(function).as(Principals.pvzWorker(claim));
            HttpReply reply = function.equals("listClientParcels")
                    ? call.path("id", "123").send()
                    : call.send();
            assertThat(reply.code()).as("%s", reply).isEqualTo("PVZ_NOT_FOUND");
        }
    }

    @Test // before the timer has said so as well
    void listsOverdueParcelsLongestFirst() {
        long late = scene.accepted();
        long later = scene.accepted();
        scene.accepted();
        scene.age(late, Duration.ofDays(8));
        scene.age(later, Duration.ofDays(9));

        HttpReply reply = list("listOverdueParcels", Map.of());

        assertThat(numbers(reply)).containsExactly(later, late);
        assertThat(reply.text("items/0/state")).isEqualTo("OVERDUE");
    }

    @Test
    void tellsWhatHappenedAtThePointNewestFirst() {
        long first = scene.issued();
        long second = scene.accepted();

        HttpReply reply = list("getParcelsHistory", Map.of("limit", "2"));

        assertThat(reply.json().at("/total").asInt()).isEqualTo(3);
        assertThat(orders(reply)).containsExactly(Long.toString(second), Long.toString(first));
        assertThat(reply.text("items/1/state")).isEqualTo("ISSUED");
        assertThat(reply.text("items/1/actor_type")).isEqualTo("worker");
        assertThat(reply.text("items/1/at")).endsWith("Z");
    }

    @Test
    void tellsWhatHappenedToOneParcelOldestFirst() {
        long number = scene.issued();
        scene.takeBack("123", number);

        HttpReply reply = history(Long.toString(number));

        assertThat(reply.json()
                        .at("/items")
                        .valueStream()
                        .map(item -> item.get("state").asString()))
                .containsExactly("ACCEPTED", "ISSUED", "RETURNED_BY_CLIENT");
    }

    @Test // the same name as that of the parcel in every other answer
    void namesParcelsOfOrdersByTheirOrder() {
        String one = scene.anOrderParcel("CARD_PREPAID");
        String several = UUID.randomUUID().toString();
        scene.announce(several, "BP-261120-" + CounterScene.number() + "01-1", "CARD_PREPAID", 2);
        scene.accept(Map.of("order_id", several + "/2"));

        assertThat(orders(list("getParcelsHistory", Map.of()))).containsExactly(several + "/2", one);
        assertThat(orders(history(several + "~2"))).containsExactly(several + "/2");
    }

    @Test
    void namesADroppedParcelByItsId() {
        BatchScene batches = BatchScene.at(POSTGRES.database());
        String order = batches.aDeliveredBatch(1).get(1);
        String parcel =
                POSTGRES.database().text("select id::text from pickup_points.parcel where order_id = ?::uuid", order);
        batches.cancel(order, OrderState.IN_TRANSIT);

        HttpReply reply = batches.harness()
                .query("getParcelsHistory")
                .as(batches.counter().worker())
                .send();

        assertThat(orders(reply)).containsExactly(parcel, parcel);
    }

    @Test
    void turnsThePagesOfTheHistoryOfOneParcel() {
        long number = scene.issued();

        HttpReply second = scene.harness()
                .query("getParcelHistory")
                .as(scene.worker())
                .path("id", Long.toString(number))
                .query("page", "2")
                .query("limit", "1")
                .send();

        assertThat(second.text("items/0/state")).isEqualTo("ISSUED");
        assertThat(second.json().at("/total").asInt()).isEqualTo(2);
    }

    @Test
    void tellsAnotherPointNothingOfIt() {
        long number = CounterScene.at(POSTGRES.database()).accepted();

        assertThat(history(Long.toString(number)).code()).isEqualTo("ORDER_NOT_FOUND");
        assertThat(history("987654321012").code()).isEqualTo("ORDER_NOT_FOUND");
        assertThat(history("no name").code()).isEqualTo("ORDER_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"listReturns", "listOverdueParcels", "getParcelsHistory"})
    void asksStaffForThePointAndKeepsWorkersToTheirs(String function) {
        HttpReply unnamed =
                scene.harness().query(function).as(Principals.operator()).send();
        HttpReply named = scene.harness()
                .query(function)
                .as(Principals.auditor())
                .query("pvz_id", scene.pvz())
                .send();

        assertThat(unnamed.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(unnamed.text("errors/0/pointer")).isEqualTo("/pvz_id");
        assertThat(named.status()).isEqualTo(200);
        String other = CounterScene.aPoint(POSTGRES.database());
        assertThat(list(function, Map.of("pvz_id", other)).code()).isEqualTo("PVZ_NOT_FOUND");
        assertThat(list(function, Map.of("page", "0", "limit", "101")).json().at("/errors"))
                .hasSize(2);
        assertThat(scene.harness()
                        .query(function)
                        .as(Principals.shop("s"))
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void saysHowFullThePointIs() {
        POSTGRES.database()
                .execute("update pickup_points.point set capacity_parcels = 14 where id = ?::uuid", scene.pvz());
        for (int i = 0; i < 4; i++) {
            scene.accepted();
        }

        HttpReply reply = capacity(scene.pvz());

        assertThat(reply.json().toString())
                .isEqualTo("{\"pvz_id\":\"%s\",\"used\":4,\"capacity\":14,\"free\":10,\"fill\":28}"
                        .formatted(scene.pvz()));
        assertThat(capacity(CounterScene.aPoint(POSTGRES.database())).code()).isEqualTo("PVZ_NOT_FOUND");
        assertThat(capacity("x").code()).isEqualTo("PVZ_NOT_FOUND");
    }

    private HttpReply capacity(String id) {
        return scene.harness()
                .query("getPointCapacity")
                .as(scene.worker())
                .path("id", id)
                .send();
    }

    private HttpReply history(String id) {
        return scene.harness()
                .query("getParcelHistory")
                .as(scene.worker())
                .path("id", id)
                .send();
    }

    private HttpReply list(String function, Map<String, String> parameters) {
        QueryCall call = scene.harness().query(function).as(scene.worker());
        parameters.forEach(call::query);
        return call.send();
    }

    private static List<Long> numbers(HttpReply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json()
                .at("/items")
                .valueStream()
                .map(item -> item.get("external_ref").asLong())
                .toList();
    }

    private static List<String> orders(HttpReply reply) {
        return reply.json()
                .at("/items")
                .valueStream()
                .map(item -> item.get("order_id").asString())
                .toList();
    }
}
