package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.BREST_HUB;
import static by.belparcel.batching.BatchFixture.BREST_PVZ;
import static by.belparcel.batching.BatchFixture.MINSK;
import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.aBatchedOrder;
import static by.belparcel.batching.BatchFixture.aPlannedBatch;
import static by.belparcel.batching.BatchFixture.arrive;
import static by.belparcel.batching.BatchFixture.confirm;
import static by.belparcel.batching.BatchFixture.id;
import static by.belparcel.batching.BatchFixture.openBatch;
import static by.belparcel.batching.BatchFixture.orders;
import static by.belparcel.batching.BatchFixture.pickedUp;
import static by.belparcel.batching.BatchFixture.receive;
import static by.belparcel.batching.BatchFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.batching.BatchFixture;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.BatchEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Orders that did not get where their batch went: brought back, not found, or not on the carrier's list. */
class BroughtBackIT {

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

    @Test // a stop failed: trips tell batch.received-at-hub with the warehouse as the hub
    void leaveTheirWarehouseOnceMoreInANewBatch() {
        String batch = aPlannedBatch(harness, 2);
        List<String> orders = orders(database, batch);
        pickUp(batch);

        receive(harness, batch, MINSK);
        orders.forEach(
                order -> assertThat(arrive(harness, order, MINSK, PVZ).result()).hasToString("APPLIED"));

        BatchEvent.Disbanded disbanded =
                harness.emitted(BatchEvent.Disbanded.TYPE).getLast();
        assertThat(disbanded.hubId()).isEqualTo(MINSK);
        assertThat(disbanded.orders()).containsExactlyInAnyOrderElementsOf(orders);
        String again = openBatch(database, PVZ);
        assertThat(orders(database, again)).isEqualTo(orders);
        assertThat(arrive(harness, orders.getFirst(), MINSK, PVZ).result()).hasToString("IGNORED");
        BatchFixture.close(harness, again);
        assertThat(harness.emitted(BatchEvent.Closed.TYPE).getLast())
                .satisfies(closed -> assertThat(closed.key().origin()).isEqualTo(MINSK))
                .satisfies(closed -> assertThat(closed.orders()).containsExactlyInAnyOrderElementsOf(orders));
    }

    @Test
    void leaveTheirHubOnceMoreInANewBatch() {
        String order = id();
        confirm(harness, order, BREST_PVZ, 1_000);
        drive(openBatch(database, BREST_HUB), BREST_HUB);
        arrive(harness, order, BREST_HUB, BREST_PVZ);

        drive(openBatch(database, BREST_PVZ), BREST_HUB);
        arrive(harness, order, BREST_HUB, BREST_PVZ);

        assertThat(orders(database, openBatch(database, BREST_PVZ))).containsExactly(order);
    }

    @Test
    void stayCancelledWhenTheyWereCancelledOnTheRoad() {
        String batch = aPlannedBatch(harness, 1);
        String order = orders(database, batch).getFirst();
        pickUp(batch);
        harness.event("removeOrderFromBatchOnOrderCancelled", BatchFixture.cancelled(order), 4);

        receive(harness, batch, MINSK);

        assertThat(arrive(harness, order, MINSK, PVZ).result()).hasToString("IGNORED");
        assertThat(database.number("select count(*) from batching.batches where state = 'OPEN'"))
                .isZero();
    }

    @Test
    void waitForAPersonWhenTheCarrierDidNotFindThem() {
        String batch = aPlannedBatch(harness, 2);
        List<String> orders = orders(database, batch);

        harness.event("pickUpBatchOnBatchPickedUp", pickedUp(database, batch, orders.subList(0, 1)), 5);

        assertThat(orders(database, batch)).isEqualTo(orders.subList(1, 2));
        assertThat(left(batch)).containsExactly(orders.getFirst());
        assertThat(database.number("select count(*) from batching.batches where state = 'OPEN'"))
                .isZero();
        aBatchedOrder(harness);
        String next = openBatch(database, PVZ);
        BatchFixture.send(
                harness,
                "addOrderToBatch",
                next,
                Map.of("order_id", orders.getFirst(), "reason", "found under the table"));
        assertThat(orders(database, next)).contains(orders.getFirst());
    }

    @Test // a person put an order into the batch after the carrier had its list
    void joinTheNextBatchWhenTheCarrierDidNotKnowOfThem() {
        String batch = aPlannedBatch(harness, 2);
        List<String> orders = orders(database, batch);
        BatchEvent.PickedUp picked = new BatchEvent.PickedUp(
                batch, id(), id(), MINSK, orders.subList(0, 1), List.of(), null, BatchFixture.NOW);

        harness.event("pickUpBatchOnBatchPickedUp", picked, 5);

        assertThat(state(database, batch)).isEqualTo("PICKED_UP");
        assertThat(left(batch)).containsExactly(orders.getLast());
        assertThat(orders(database, openBatch(database, PVZ))).containsExactly(orders.getLast());
    }

    private void drive(String batch, String to) {
        BatchFixture.close(harness, batch);
        pickUp(batch);
        receive(harness, batch, to);
    }

    private void pickUp(String batch) {
        harness.event("pickUpBatchOnBatchPickedUp", pickedUp(database, batch, List.of()), 5);
    }

    private List<String> left(String batch) {
        return harness.emitted(BatchEvent.OrderRemoved.TYPE).stream()
                .filter(removed -> removed.batchId().equals(batch))
                .filter(removed -> removed.reason().equals("LEFT_BEHIND"))
                .map(BatchEvent.OrderRemoved::orderId)
                .toList();
    }
}
