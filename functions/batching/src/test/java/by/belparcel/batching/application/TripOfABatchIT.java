package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.BREST_HUB;
import static by.belparcel.batching.BatchFixture.BREST_PVZ;
import static by.belparcel.batching.BatchFixture.NOW;
import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.aClosedBatch;
import static by.belparcel.batching.BatchFixture.aPlannedBatch;
import static by.belparcel.batching.BatchFixture.confirm;
import static by.belparcel.batching.BatchFixture.id;
import static by.belparcel.batching.BatchFixture.openBatch;
import static by.belparcel.batching.BatchFixture.orders;
import static by.belparcel.batching.BatchFixture.pickedUp;
import static by.belparcel.batching.BatchFixture.planChanged;
import static by.belparcel.batching.BatchFixture.planned;
import static by.belparcel.batching.BatchFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.batching.BatchFixture;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchPart;
import by.belparcel.events.TripEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TripOfABatchIT {

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
    void isPlannedWithItsTripAndAnnouncedAgainWhenTheTripIsCancelled() {
        String batch = aClosedBatch(harness, 2, 1_000);
        String trip = id();
        plan(trip, 1, batch);
        assertThat(state(database, batch)).isEqualTo("PLANNED");

        cancel(trip);

        assertThat(state(database, batch)).isEqualTo("CLOSED");
        List<BatchEvent.Closed> announced = announcements(batch);
        assertThat(announced).hasSize(2);
        assertThat(announced.getLast().orders()).isEqualTo(announced.getFirst().orders());
    }

    @Test // out of order: the plan of a trip comes after its cancellation
    void isNotPlannedWithATripThatWasCancelledBefore() {
        String batch = aClosedBatch(harness, 1, 1_000);
        String trip = id();
        cancel(trip);

        assertThat(plan(trip, 1, batch).result()).hasToString("IGNORED");
        assertThat(state(database, batch)).isEqualTo("CLOSED");
    }

    @Test // out of order: an older plan of the same trip comes late
    void followsTheNewestPlanOfATrip() {
        String first = aClosedBatch(harness, 1, 1_000);
        String second = aClosedBatch(harness, 1, 1_000);
        String trip = id();
        harness.event("planBatchesOnTripPlanChanged", planChanged(trip, 2, List.of(first, second)), 2);

        assertThat(plan(trip, 1, first).result()).hasToString("IGNORED");
        assertThat(state(database, second)).isEqualTo("PLANNED");

        harness.event("planBatchesOnTripPlanChanged", planChanged(trip, 3, List.of(first)), 3);
        assertThat(state(database, first)).isEqualTo("PLANNED");
        assertThat(state(database, second)).isEqualTo("CLOSED");
        assertThat(announcements(second)).hasSize(2);
    }

    @Test
    void asksAgainForABatchThatIsNotKnownYet() {
        EventReply reply = plan(id(), 1, id());

        assertThat(reply.status()).isEqualTo(503);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("BATCH_UNKNOWN");
        assertThat(database.number("select count(*) from batching.trips")).isZero();
    }

    @Test
    void goesFromPickUpToDeliveryAndIsNotChangedByLateFacts() {
        String batch = aPlannedBatch(harness, 3);
        List<String> orders = orders(database, batch);

        pickUp(batch, orders.subList(0, 1));
        assertThat(state(database, batch)).isEqualTo("PICKED_UP");
        assertThat(orders(database, batch)).isEqualTo(orders.subList(1, 3));
        assertThat(database.texts("select order_id from batching.orders where waiting = 'REMOVED'"))
                .containsExactly(orders.getFirst());
        deliver(batch);

        assertThat(state(database, batch)).isEqualTo("DELIVERED");
        assertThat(pickUp(batch, List.of()).result()).hasToString("IGNORED");
        assertThat(database.text("select seal from batching.batches where id = ?::uuid", batch))
                .isEqualTo("S-1");
    }

    @Test // the facts of one batch reach different handlers in any order
    void takesALaterFactBeforeAnEarlierOne() {
        String batch = aClosedBatch(harness, 1, 1_000);

        deliver(batch);

        assertThat(state(database, batch)).isEqualTo("DELIVERED");
        assertThat(plan(id(), 1, batch).status()).isEqualTo(204);
        assertThat(pickUp(batch, List.of()).result()).hasToString("IGNORED");
        assertThat(state(database, batch)).isEqualTo("DELIVERED");
    }

    @Test // the batch is given up while the carrier picks it up
    void takesItsOrdersBackWhenTheCarrierWasFasterThanItsCancellation() {
        String batch = aPlannedBatch(harness, 3);
        List<String> orders = orders(database, batch);
        BatchFixture.send(harness, "cancelBatch", batch, BatchFixture.REASON);
        String again = openBatch(database, PVZ);
        String other = BatchFixture.aBatchedOrder(harness);
        assertThat(orders(database, again)).hasSize(4);
        assertThat(deliver(batch).status()).isEqualTo(503);

        harness.event(
                "pickUpBatchOnBatchPickedUp",
                new BatchEvent.PickedUp(batch, id(), id(), BatchFixture.MINSK, orders, List.of(), null, NOW),
                5);

        assertThat(state(database, batch)).isEqualTo("PICKED_UP");
        assertThat(orders(database, batch)).isEqualTo(orders);
        assertThat(orders(database, again)).containsExactly(other);
        assertThat(deliver(batch).status()).isEqualTo(204);
    }

    @Test
    void takesAnOrderBackThatWasRemovedWhileTheCarrierPickedItUp() {
        String batch = aPlannedBatch(harness, 2);
        List<String> orders = orders(database, batch);
        BatchFixture.send(
                harness,
                "removeOrderFromBatch",
                batch,
                java.util.Map.of("order_id", orders.getFirst(), "reason", "label is torn"));

        harness.event(
                "pickUpBatchOnBatchPickedUp",
                new BatchEvent.PickedUp(batch, id(), id(), BatchFixture.MINSK, orders, List.of(), null, NOW),
                5);

        assertThat(orders(database, batch)).isEqualTo(orders);
        assertThat(database.number("select count(*) from batching.orders where waiting is not null"))
                .isZero();
    }

    @Test
    void isDisbandedAtTheHubAndItsOrdersAreBatchedAgain() {
        String order = id();
        confirm(harness, order, BREST_PVZ, 1_000);
        String toHub = openBatch(database, BREST_HUB);
        BatchFixture.close(harness, toHub);
        pickUp(toHub, List.of());

        arriveAtHub(toHub);
        BatchEvent.Disbanded disbanded =
                harness.emitted(BatchEvent.Disbanded.TYPE).getLast();
        assertThat(disbanded.orders()).containsExactly(order);
        assertThat(disbanded.hubId()).isEqualTo(BREST_HUB);
        arrived(order);

        assertThat(state(database, toHub)).isEqualTo("DISBANDED");
        assertThat(orders(database, openBatch(database, BREST_PVZ))).containsExactly(order);
        assertThat(arrived(order).result()).hasToString("IGNORED");
    }

    @Test // out of order: the order is at the hub before its batch is
    void batchesAnOrderAtTheHubBeforeItsBatchIsDisbanded() {
        String order = id();
        confirm(harness, order, BREST_PVZ, 1_000);
        String toHub = openBatch(database, BREST_HUB);
        BatchFixture.close(harness, toHub);

        arrived(order);
        arriveAtHub(toHub);

        assertThat(orders(database, openBatch(database, BREST_PVZ))).containsExactly(order);
        assertThat(harness.emitted(BatchEvent.Disbanded.TYPE).getLast().orders())
                .containsExactly(order);
    }

    @Test
    void isSplitIntoChildrenThatHoldEveryOrderOnce() {
        String batch = aPlannedBatch(harness, 3);
        List<String> orders = orders(database, batch);
        pickUp(batch, List.of());
        String moved = id();
        String kept = id();

        split(batch, new BatchPart(moved, orders.subList(0, 1)), new BatchPart(kept, orders.subList(1, 3)));

        assertThat(state(database, batch)).isEqualTo("SPLIT");
        assertThat(orders(database, moved)).isEqualTo(orders.subList(0, 1));
        assertThat(orders(database, kept)).isEqualTo(orders.subList(1, 3));
        assertThat(database.texts("select state from batching.batches where parent_id = ?::uuid", batch))
                .containsExactly("PICKED_UP", "PICKED_UP");
        deliver(moved);
        assertThat(state(database, moved)).isEqualTo("DELIVERED");
    }

    @Test
    void isNotSplitWhenAnOrderWouldBeInTwoChildren() {
        String batch = aPlannedBatch(harness, 2);
        List<String> orders = orders(database, batch);

        EventReply reply = split(batch, new BatchPart(id(), orders), new BatchPart(id(), orders.subList(0, 1)));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(orders(database, batch)).isEqualTo(orders);
    }

    private EventReply plan(String trip, long version, String batch) {
        return harness.event("planBatchesOnTripPlanned", planned(trip, version, List.of(batch)), version);
    }

    private void cancel(String trip) {
        harness.event("unplanBatchesOnTripCancelled", new TripEvent.Cancelled(trip, null, "NO_CARRIER", NOW), 9);
    }

    private EventReply pickUp(String batch, List<String> missing) {
        return harness.event("pickUpBatchOnBatchPickedUp", pickedUp(database, batch, missing), 5);
    }

    private EventReply deliver(String batch) {
        return harness.event(
                "deliverBatchOnBatchDeliveredToPvz",
                new BatchEvent.DeliveredToPvz(batch, id(), id(), PVZ, NOW, List.of(), NOW),
                6);
    }

    private void arriveAtHub(String batch) {
        BatchFixture.receive(harness, batch, BREST_HUB);
    }

    private EventReply arrived(String order) {
        return BatchFixture.arrive(harness, order, BREST_HUB, BREST_PVZ);
    }

    private EventReply split(String batch, BatchPart... children) {
        return harness.event("splitBatchOnBatchSplit", new BatchEvent.Split(batch, List.of(children), NOW), 8);
    }

    private List<BatchEvent.Closed> announcements(String batch) {
        return harness.emitted(BatchEvent.Closed.TYPE).stream()
                .filter(closed -> closed.batchId().equals(batch))
                .toList();
    }
}
