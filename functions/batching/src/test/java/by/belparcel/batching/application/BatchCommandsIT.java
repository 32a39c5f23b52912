package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.OTHER_PVZ;
import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.REASON;
import static by.belparcel.batching.BatchFixture.aBatchedOrder;
import static by.belparcel.batching.BatchFixture.aClosedBatch;
import static by.belparcel.batching.BatchFixture.aPlannedBatch;
import static by.belparcel.batching.BatchFixture.call;
import static by.belparcel.batching.BatchFixture.close;
import static by.belparcel.batching.BatchFixture.confirm;
import static by.belparcel.batching.BatchFixture.id;
import static by.belparcel.batching.BatchFixture.openBatch;
import static by.belparcel.batching.BatchFixture.orders;
import static by.belparcel.batching.BatchFixture.send;
import static by.belparcel.batching.BatchFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.batching.BatchFixture;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.BatchEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BatchCommandsIT {

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

    @AfterEach
    void nothingIsBroken() {
        assertThat(BatchFixture.broken(database)).isEmpty();
    }

    @Test
    void closesAnOpenBatchAndAnswersTheSameTheSecondTime() {
        aBatchedOrder(harness);
        String batch = openBatch(database, PVZ);

        HttpReply first = close(harness, batch);
        HttpReply second = close(harness, batch);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("state")).isEqualTo("CLOSED");
        assertThat(first.text("close_reason")).isEqualTo("MANUAL");
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(harness.emitted(BatchEvent.Closed.TYPE).stream()
                        .filter(closed -> closed.batchId().equals(batch)))
                .hasSize(1);
    }

    @Test
    void regroupsTheOrdersOfACancelledBatchAtOnce() {
        String batch = aPlannedBatch(harness, 2);
        List<String> orders = orders(database, batch);

        HttpReply reply = send(harness, "cancelBatch", batch, REASON);

        assertThat(reply.text("state")).isEqualTo("CANCELLED");
        assertThat(harness.emitted(BatchEvent.Cancelled.TYPE).getLast().orders())
                .containsExactlyInAnyOrderElementsOf(orders);
        assertThat(orders(database, openBatch(database, PVZ))).isEqualTo(orders);
        assertThat(send(harness, "cancelBatch", batch, REASON).status()).isEqualTo(200);
    }

    @Test // personal words stay here, events carry codes
    void keepsTheReasonOfAPersonInTheJournalOnly() {
        String batch = aClosedBatch(harness, 1, 1_000);
        send(harness, "cancelBatch", batch, REASON);

        HttpReply reply = harness.query("getBatch")
                .as(Principals.auditor())
                .path("id", batch)
                .send();

        assertThat(reply.json().at("/changes/0/reason").asString()).isEqualTo("does not fit in");
        assertThat(harness.emitted()).noneMatch(event -> event.toString().contains("does not fit in"));
    }

    @Test
    void letsARemovedOrderWaitUntilSomebodyAddsIt() {
        String batch = aClosedBatch(harness, 2, 1_000);
        String order = orders(database, batch).getFirst();

        HttpReply removed = send(harness, "removeOrderFromBatch", batch, pick(order));
        assertThat(removed.json().at("/count").asInt()).isEqualTo(1);
        HttpReply list =
                harness.query("listWaitingOrders").as(Principals.operator()).send();
        assertThat(list.json().at("/items/0/order_id").asString()).isEqualTo(order);
        assertThat(list.json().at("/items/0/reason").asString()).isEqualTo("REMOVED");

        HttpReply added = send(harness, "addOrderToBatch", batch, pick(order));
        assertThat(added.json().at("/count").asInt()).isEqualTo(2);
        assertThat(orders(database, batch)).contains(order);
        HttpReply again = send(harness, "addOrderToBatch", batch, pick(order));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ORDER_ALREADY_BATCHED");
        assertThat(again.text("batch_id")).isEqualTo(batch);
    }

    @Test
    void doesNotAddAnOrderThatIsCancelledUnknownOrGoesElsewhere() {
        String batch = aClosedBatch(harness, 2, 1_000);
        String cancelled = orders(database, batch).getFirst();
        harness.event("removeOrderFromBatchOnOrderCancelled", BatchFixture.cancelled(cancelled), 4);
        String elsewhere = id();
        confirm(harness, elsewhere, OTHER_PVZ, 1_000);
        send(harness, "removeOrderFromBatch", openBatch(database, OTHER_PVZ), pick(elsewhere));

        assertThat(send(harness, "addOrderToBatch", batch, pick(cancelled)).code())
                .isEqualTo("INVALID_STATE");
        assertThat(send(harness, "addOrderToBatch", batch, pick(id())).code()).isEqualTo("ORDER_NOT_FOUND");
        assertThat(send(harness, "addOrderToBatch", batch, pick(elsewhere)).code())
                .isEqualTo("DESTINATION_MISMATCH");
    }

    @Test // D27: one result for each
    void movesWhatFitsAndAnswersForEachOrder() {
        String from = aClosedBatch(harness, 3, 40_000);
        String to = aClosedBatch(harness, 5, 50_000);
        List<String> orders = orders(database, from);
        String strange = id();

        HttpReply reply = send(
                harness,
                "moveOrdersBetweenBatches",
                from,
                Map.of(
                        "order_ids",
                        List.of(orders.get(0), strange, orders.get(1)),
                        "to_batch_id",
                        to,
                        "reason",
                        "one truck less"));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.json()
                        .at("/results")
                        .valueStream()
                        .map(item -> item.get("id").asString() + " "
                                + (item.get("ok").asBoolean()
                                        ? "ok"
                                        : item.get("code").asString())))
                .containsExactly(orders.get(0) + " ok", strange + " NOT_IN_BATCH", orders.get(1) + " BATCH_OVERWEIGHT");
        assertThat(reply.json().at("/summary/ok").asInt()).isEqualTo(1);
        assertThat(reply.json().at("/summary/failed").asInt()).isEqualTo(2);
        assertThat(orders(database, to)).contains(orders.getFirst()).hasSize(6);
        assertThat(orders(database, from)).hasSize(2);
    }

    @Test
    void splitsSomeOrdersIntoABatchOfTheirOwn() {
        String batch = aClosedBatch(harness, 3, 1_000);
        List<String> orders = orders(database, batch);

        HttpReply reply =
                send(harness, "splitBatch", batch, Map.of("order_ids", orders.subList(0, 2), "reason", "two trucks"));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        String part = reply.json().at("/batch/id").asString();
        assertThat(reply.header("Location")).contains("/batches/" + part);
        assertThat(orders(database, part)).isEqualTo(orders.subList(0, 2));
        assertThat(orders(database, batch)).isEqualTo(orders.subList(2, 3));
        assertThat(state(database, part)).isEqualTo("CLOSED");
        assertThat(reply.json().at("/batch/parent_batch_id").asString()).isEqualTo(batch);
    }

    @Test
    void mergesTwoClosedBatchesIntoTheFirst() {
        String kept = aClosedBatch(harness, 2, 1_000);
        String emptied = aClosedBatch(harness, 3, 1_000);

        HttpReply reply = merge(kept, emptied);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(orders(database, kept)).hasSize(5);
        assertThat(state(database, emptied)).isEqualTo("CANCELLED");
        assertThat(harness.emitted(BatchEvent.Closed.TYPE).getLast().orders())
                .containsExactlyInAnyOrderElementsOf(orders(database, kept));
    }

    @Test
    void refusesAMergeThatWouldBeTooHeavyAndSaysByHowMuch() {
        String kept = aClosedBatch(harness, 4, 50_000);
        String emptied = aClosedBatch(harness, 3, 50_000);

        HttpReply reply = merge(kept, emptied);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("BATCH_OVERWEIGHT");
        assertThat(reply.json().at("/need").asLong()).isEqualTo(350_000);
        assertThat(reply.json().at("/have").asLong()).isEqualTo(300_000);
        assertThat(orders(database, emptied)).hasSize(3);
    }

    @Test
    void refusesAMergeOfTooManyOrdersOfDifferentWaysAndOfPlannedBatches() {
        String many = aClosedBatch(harness, 6, 100);
        String more = aClosedBatch(harness, 5, 100);
        confirm(harness, id(), OTHER_PVZ, 100);
        String elsewhere = openBatch(database, OTHER_PVZ);
        close(harness, elsewhere);
        String planned = aPlannedBatch(harness, 1);

        assertThat(merge(many, more).code()).isEqualTo("BATCH_FULL");
        assertThat(merge(many, elsewhere).code()).isEqualTo("DESTINATION_MISMATCH");
        assertThat(merge(many, planned).code()).isEqualTo("INVALID_STATE");
        assertThat(merge(many, id()).code()).isEqualTo("BATCH_NOT_FOUND");
    }

    @Test
    void refusesAStaleVersionByBodyWith409AndByHeaderWith412() {
        aBatchedOrder(harness);
        aBatchedOrder(harness);
        String batch = openBatch(database, PVZ);

        HttpReply body = send(harness, "closeBatch", batch, "{\"expected_version\": 1}");
        HttpReply header = call(harness, "closeBatch", batch)
                .header("If-Match", "\"v1\"")
                .body("{}")
                .send();

        assertThat(body.status()).isEqualTo(409);
        assertThat(body.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(body.json().at("/current_version").asInt()).isEqualTo(2);
        assertThat(header.status()).isEqualTo(412);
        assertThat(send(harness, "closeBatch", batch, "{\"expected_version\": 2}")
                        .status())
                .isEqualTo(200);
    }

    private HttpReply merge(String kept, String emptied) {
        return harness.command("mergeBatches")
                .as(Principals.operator())
                .body(Map.of("batch_ids", List.of(kept, emptied), "reason", "one truck less"))
                .send();
    }

    private static Map<String, Object> pick(String order) {
        return Map.of("order_id", order, "reason", "label is torn");
    }
}
