package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.OTHER_PVZ;
import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.REASON;
import static by.belparcel.batching.BatchFixture.aBatchedOrder;
import static by.belparcel.batching.BatchFixture.aClosedBatch;
import static by.belparcel.batching.BatchFixture.confirm;
import static by.belparcel.batching.BatchFixture.id;
import static by.belparcel.batching.BatchFixture.openBatch;
import static by.belparcel.batching.BatchFixture.orders;
import static by.belparcel.batching.BatchFixture.send;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.batching.BatchFixture;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The refusals of domain delivery.md section 3 that belong to batching; none of them has an effect. */
class BadInputIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("batching");

    private TestDatabase database;
    private FunctionHarness harness;

    @BeforeEach
    void start() {
        database = POSTGRES.database();
        BatchFixture.empty(database);
        harness = BatchFixture.harness(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLANNED", "PICKED_UP", "DELIVERED", "DISBANDED", "SPLIT", "CANCELLED"})
    void doesNotCloseWhatIsNeitherOpenNorClosed(String state) {
        String batch = aClosedBatch(harness, 1, 1_000);
        database.execute("update batching.batches set state = ? where id = ?::uuid", state, batch);

        HttpReply reply = BatchFixture.close(harness, batch);

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("INVALID_STATE");
        assertThat(reply.text("state")).isEqualTo(state);
        assertThat(reply.json().at("/allowed/0").asString()).isEqualTo("OPEN");
    }

    @Test
    void doesNotCloseAnEmptyBatch() {
        aBatchedOrder(harness);
        String batch = openBatch(database, PVZ);
        database.execute("delete from batching.members");
        database.execute("update batching.batches set orders_count = 0, weight_g = 0, volume_cm3 = 0");

        HttpReply reply = BatchFixture.close(harness, batch);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("BATCH_EMPTY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PICKED_UP", "DELIVERED", "DISBANDED", "SPLIT"})
    void changesNothingAfterPickUp(String state) {
        String batch = aClosedBatch(harness, 2, 1_000);
        String other = aClosedBatch(harness, 2, 1_000);
        database.execute("update batching.batches set state = ? where id = ?::uuid", state, batch);
        String order = orders(database, batch).getFirst();
        List<List<String>> before = members();

        assertThat(List.of(
                        send(harness, "cancelBatch", batch, REASON),
                        send(harness, "removeOrderFromBatch", batch, pick(order)),
                        send(harness, "addOrderToBatch", batch, pick(order)),
                        send(harness, "moveOrdersBetweenBatches", batch, move(other, order)),
                        send(harness, "moveOrdersBetweenBatches", other, move(batch, id())),
                        send(harness, "splitBatch", batch, split(order))))
                .allSatisfy(reply -> {
                    assertThat(reply.status()).as(reply.toString()).isEqualTo(409);
                    assertThat(reply.code()).isEqualTo("INVALID_STATE");
                });
        assertThat(members()).isEqualTo(before);
    }

    @Test
    void doesNotMoveOrdersToAnotherDestination() {
        String batch = aClosedBatch(harness, 2, 1_000);
        confirm(harness, id(), OTHER_PVZ, 1_000);
        String elsewhere = openBatch(database, OTHER_PVZ);

        HttpReply reply = send(
                harness,
                "moveOrdersBetweenBatches",
                batch,
                move(elsewhere, orders(database, batch).getFirst()));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("DESTINATION_MISMATCH");
    }

    @Test
    void takesNoOrderOutOfABatchThatDoesNotHoldItAndLeavesOneAtASplit() {
        String batch = aClosedBatch(harness, 2, 1_000);
        List<String> orders = orders(database, batch);
        String strange = id();

        HttpReply removed = send(harness, "removeOrderFromBatch", batch, pick(strange));
        assertThat(removed.code()).isEqualTo("NOT_IN_BATCH");
        assertThat(removed.json().at("/orders/0").asString()).isEqualTo(strange);
        assertThat(send(harness, "splitBatch", batch, split(strange)).code()).isEqualTo("NOT_IN_BATCH");
        assertThat(send(harness, "splitBatch", batch, split(orders.toArray(String[]::new)))
                        .code())
                .isEqualTo("SPLIT_TAKES_ALL");
        assertThat(orders(database, batch)).isEqualTo(orders);
    }

    @Test
    void namesEveryInvalidField() {
        String batch = aClosedBatch(harness, 1, 1_000);
        String order = id();

        HttpReply reply = send(
                harness,
                "moveOrdersBetweenBatches",
                batch,
                Map.of(
                        "order_ids",
                        List.of(order, order, "7"),
                        "to_batch_id",
                        batch,
                        "reason",
                        "no",
                        "expected_version",
                        0));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.json()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString() + " "
                                + error.get("code").asString()))
                .containsExactlyInAnyOrder(
                        "/order_ids DUPLICATE_ORDER_ID",
                        "/order_ids UUID",
                        "/to_batch_id SAME_BATCH",
                        "/reason SIZE",
                        "/expected_version RANGE");
    }

    @Test
    void answers404ForWhatIsNoBatch() {
        for (String id : List.of(id(), "7", "x'; drop")) {
            for (HttpReply reply : List.of(
                    BatchFixture.close(harness, id),
                    send(harness, "cancelBatch", id, REASON),
                    send(harness, "removeOrderFromBatch", id, pick(id())),
                    send(harness, "moveOrdersBetweenBatches", id, move(id(), id())),
                    get(Principals.operator(), "getBatch", Map.of("id", id), Map.of()))) {
                assertThat(reply.status()).as(reply.toString()).isEqualTo(404);
                assertThat(reply.code()).isEqualTo("BATCH_NOT_FOUND");
            }
        }
    }

    @Test // D7
    void answersAnUnknownStateWithTheAllowedOnes() {
        HttpReply reply = get(Principals.operator(), "listBatches", Map.of(), Map.of("state", "open"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.json().at("/errors/0/limit").toString()).contains("OPEN", "PARTIALLY_RECEIVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"age_gt=-1", "age_gt=1m", "limit=0", "limit=101", "warehouse=minsk", "dest=1", "cursor=x"})
    void answersABadFilterWith400(String filter) {
        String[] pair = filter.split("=", 2);

        assertThat(get(Principals.operator(), "listBatches", Map.of(), Map.of(pair[0], pair[1]))
                        .status())
                .isEqualTo(400);
    }

    @Test // S-050
    void letsOnlyStaffReadAndOnlyThoseWhoFormBatchesChangeThem() {
        String batch = aClosedBatch(harness, 1, 1_000);
        for (Principal nobody : List.of(
                Principals.shop(id()), Principals.client("c"), Principals.carrier(id()), Principals.pvzWorker(PVZ))) {
            assertThat(get(nobody, "getBatch", Map.of("id", batch), Map.of()).status())
                    .isIn(403, 404);
            assertThat(close(nobody, batch).status()).isIn(403, 404);
        }
        assertThat(get(Principals.auditor(), "getBatch", Map.of("id", batch), Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(close(Principals.auditor(), batch).status()).isEqualTo(403);
        assertThat(close(Principals.moderator(), batch).status()).isEqualTo(200);
    }

    private HttpReply close(Principal caller, String batch) {
        return harness.command("closeBatch")
                .as(caller)
                .path("id", batch)
                .body("{}")
                .send();
    }

    private HttpReply get(Principal caller, String function, Map<String, String> path, Map<String, String> query) {
        var call = harness.query(function).as(caller);
        path.forEach(call::path);
        query.forEach(call::query);
        return call.send();
    }

    private List<List<String>> members() {
        return database.rows("select batch_id, order_id from batching.members order by 1, 2");
    }

    private static Map<String, Object> pick(String order) {
        return Map.of("order_id", order, "reason", "label is torn");
    }

    private static Map<String, Object> move(String to, String order) {
        return Map.of("order_ids", List.of(order), "to_batch_id", to, "reason", "one truck less");
    }

    private static Map<String, Object> split(String... orders) {
        return Map.of("order_ids", List.of(orders), "reason", "two trucks");
    }
}
