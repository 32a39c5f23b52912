package by.belparcel.orders.application;

import static by.belparcel.orders.BatchFixture.HUB;
import static by.belparcel.orders.BatchFixture.add;
import static by.belparcel.orders.BatchFixture.deliver;
import static by.belparcel.orders.BatchFixture.disband;
import static by.belparcel.orders.BatchFixture.pickUp;
import static by.belparcel.orders.BatchFixture.receiveAtHub;
import static by.belparcel.orders.BatchFixture.remove;
import static by.belparcel.orders.OrderFixture.NOW;
import static by.belparcel.orders.OrderFixture.aConfirmedOrder;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestEvents;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchPart;
import by.belparcel.events.OrderEvent;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import by.belparcel.orders.BatchFixture;
import by.belparcel.orders.OrderFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliverySagaIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private FunctionHarness harness;
    private final String batch = uuid();

    @BeforeEach
    void start() {
        harness = OrderFixture.harness(POSTGRES.database());
    }

    @Test // D4: the fields of the batch events are those that orders reads
    void goesFromConfirmedToThePickupPoint() {
        String id = aConfirmedOrder(harness);

        add(harness, batch, id);
        assertThat(state(id)).isEqualTo("BATCHED");
        pickUp(harness, batch, id);
        assertThat(state(id)).isEqualTo("IN_TRANSIT");
        deliver(harness, batch);

        assertThat(state(id)).isEqualTo("AT_PVZ");
        assertThat(changes(id))
                .containsExactly(
                        "AUTHORIZED>CONFIRMED pending",
                        "CONFIRMED>BATCHED pending",
                        "BATCHED>IN_TRANSIT in_transit",
                        "IN_TRANSIT>AT_PVZ out_for_delivery");
        assertThat(batched(id)).containsExactly(batch);
    }

    @Test
    void tellsThePointWhatItWillHoldAndNamesTheClientWithoutAContact() {
        String id = aConfirmedOrder(harness);
        String same = aConfirmedOrder(harness);
        String erased = aConfirmedOrder(harness);
        POSTGRES.database().execute("update orders.orders set contact_key = null where id = ?::uuid", erased);
        List.of(id, same, erased).forEach(order -> add(harness, batch, order));

        OrderEvent.Batched told = batchedFact(id);
        assertThat(told.parcels()).singleElement().satisfies(parcel -> {
            assertThat(parcel.no()).isEqualTo(1);
            assertThat(parcel.weightG()).isEqualTo(1500);
        });
        assertThat(told.paymentMethod()).isEqualTo(PaymentMethod.CARD_PREPAID);
        assertThat(told.price()).isNotNull();
        assertThat(told.options()).isNotNull();
        assertThat(UUID.fromString(told.clientRef()).version()).isEqualTo(8);
        assertThat(batchedFact(same).clientRef()).isEqualTo(told.clientRef());
        assertThat(batchedFact(erased).clientRef()).isNull();
    }

    @Test
    void travelsOnFromAHubAndIsAnnouncedThereOnce() {
        String id = aConfirmedOrder(harness);
        String onward = uuid();
        add(harness, batch, id);
        pickUp(harness, batch, id);

        receiveAtHub(harness, batch);
        assertThat(state(id)).isEqualTo("AT_HUB");
        assertThat(arrivals(id)).isEmpty();
        disband(harness, batch, id);
        disband(harness, batch, id);
        add(harness, onward, id);
        pickUp(harness, onward, id);
        deliver(harness, onward);

        assertThat(state(id)).isEqualTo("AT_PVZ");
        assertThat(batched(id)).containsExactly(batch, onward);
        assertThat(arrivals(id)).singleElement().satisfies(arrived -> {
            assertThat(arrived.hubId()).isEqualTo(HUB);
            assertThat(arrived.destPvzId()).isEqualTo(OrderFixture.PVZ);
            assertThat(arrived.weightG()).isEqualTo(1500);
            assertThat(arrived.volumeCm3()).isEqualTo(6000);
            assertThat(arrived.service()).isEqualTo(ServiceClass.NORMAL);
        });
    }

    @Test // batch.disbanded overtakes batch.received-at-hub
    void isAnnouncedAtTheHubEvenWhenTheReceiptComesLast() {
        String id = aConfirmedOrder(harness);
        add(harness, batch, id);
        pickUp(harness, batch, id);

        disband(harness, batch, id);
        receiveAtHub(harness, batch);

        assertThat(state(id)).isEqualTo("AT_HUB");
        assertThat(arrivals(id)).hasSize(1);
    }

    @Test
    void goesBackToWhereItWaitedWhenItLeavesTheBatch() {
        String fresh = aConfirmedOrder(harness);
        String atHub = aConfirmedOrder(harness);
        String onward = uuid();
        add(harness, batch, atHub);
        pickUp(harness, batch, atHub);
        receiveAtHub(harness, batch);
        disband(harness, batch, atHub);
        add(harness, onward, fresh);
        add(harness, onward, atHub);

        remove(harness, onward, fresh);
        cancelBatch(onward, atHub);

        assertThat(state(fresh)).isEqualTo("CONFIRMED");
        assertThat(state(atHub)).isEqualTo("AT_HUB");
        assertThat(arrivals(atHub)).hasSize(1);
        assertThat(harness.emitted(OrderEvent.Confirmed.TYPE).stream()
                        .filter(event -> event.orderId().equals(fresh)))
                .hasSize(1);
    }

    @Test // a move speaks of two batches, whose events come in any order
    void staysBatchedWhenTheNewBatchIsHeardOfFirst() {
        String id = aConfirmedOrder(harness);
        String other = uuid();
        add(harness, batch, id);

        add(harness, other, id);
        remove(harness, batch, id);
        assertThat(state(id)).isEqualTo("BATCHED");
        remove(harness, other, id);

        assertThat(state(id)).isEqualTo("CONFIRMED");
    }

    @Test
    void leavesUnscannedOrdersBehindUntilTheyAreTakenOut() {
        String scanned = aConfirmedOrder(harness);
        String missing = aConfirmedOrder(harness);
        add(harness, batch, scanned);
        add(harness, batch, missing);

        pickUp(harness, batch, scanned);
        deliver(harness, batch);
        assertThat(state(scanned)).isEqualTo("AT_PVZ");
        assertThat(state(missing)).isEqualTo("BATCHED");
        remove(harness, batch, missing);

        assertThat(state(missing)).isEqualTo("CONFIRMED");
    }

    @Test
    void asksForEventsAgainThatComeTooEarly() {
        String id = aConfirmedOrder(harness);

        assertThat(early(pickUp(harness, batch, id))).contains("BATCH_UNKNOWN");
        assertThat(early(deliver(harness, batch))).contains("BATCH_UNKNOWN");
        assertThat(early(remove(harness, batch, id))).contains("BATCH_UNKNOWN");
        assertThat(early(add(harness, batch, uuid()))).contains("ORDER_UNKNOWN");
        add(harness, batch, id);
        assertThat(early(deliver(harness, batch))).contains("PICKUP_NOT_SEEN");
        assertThat(early(disband(harness, batch, id))).contains("PICKUP_NOT_SEEN");
        assertThat(state(id)).isEqualTo("BATCHED");
        assertThat(pickUp(harness, batch, id).status()).isLessThan(300);
    }

    @Test
    void appliesDuplicatesOnceAndRecordsTheRest() {
        String id = aConfirmedOrder(harness);
        var added = TestEvents.envelope(BatchFixture.added(batch, id), 1);

        harness.deliver("addOrderOnBatchOrderAdded", added);
        harness.deliver("addOrderOnBatchOrderAdded", added);
        EventReply again = add(harness, batch, id);
        pickUp(harness, batch, id);
        pickUp(harness, batch, id);
        deliver(harness, batch);
        EventReply late = deliver(harness, batch);

        assertThat(again.result()).hasToString("IGNORED");
        assertThat(late.result()).hasToString("IGNORED");
        assertThat(changes(id)).hasSize(4);
    }

    @Test
    void followsTheChildrenOfASplitBatch() {
        String here = aConfirmedOrder(harness);
        String there = aConfirmedOrder(harness);
        String child = uuid();
        String rest = uuid();
        var split = new BatchEvent.Split(
                batch, List.of(new BatchPart(child, List.of(here)), new BatchPart(rest, List.of(there))), NOW);
        assertThat(early(harness.event("followOrdersOnBatchSplit", split, 9))).contains("BATCH_UNKNOWN");
        add(harness, batch, here);
        add(harness, batch, there);
        pickUp(harness, batch, here, there);

        harness.event("followOrdersOnBatchSplit", split, 9);
        deliver(harness, child);
        assertThat(deliver(harness, batch).result()).hasToString("IGNORED");

        assertThat(state(here)).isEqualTo("AT_PVZ");
        assertThat(state(there)).isEqualTo("IN_TRANSIT");
    }

    @Test // domain 1.2: BATCHED only while not picked up
    void cancelsABatchedOrderButNotOneThatHasLeftItsWarehouse() {
        String waiting = aConfirmedOrder(harness);
        String atHub = aConfirmedOrder(harness);
        String onward = uuid();
        add(harness, batch, waiting);
        add(harness, onward, atHub);
        pickUp(harness, onward, atHub);
        assertThat(cancel(atHub)).isEqualTo(409);
        disband(harness, onward, atHub);
        assertThat(cancel(atHub)).isEqualTo(409);
        add(harness, uuid(), atHub);

        assertThat(cancel(atHub)).isEqualTo(409);
        assertThat(cancel(waiting)).isEqualTo(200);
        remove(harness, batch, waiting);

        assertThat(state(waiting)).isEqualTo("CANCELLED");
    }

    @Test // a cancellation and the pick-up cross: the cancelled order stays cancelled
    void shipsTheOtherOrdersOfABatchWhenOneWasCancelled() {
        String cancelled = aConfirmedOrder(harness);
        String other = aConfirmedOrder(harness);
        add(harness, batch, cancelled);
        add(harness, batch, other);
        cancel(cancelled);

        pickUp(harness, batch, cancelled, other);
        deliver(harness, batch);

        assertThat(state(cancelled)).isEqualTo("CANCELLED");
        assertThat(state(other)).isEqualTo("AT_PVZ");
    }

    @Test
    void movesTwoBatchesAtOnceWithoutWaitingForEachOther() {
        List<String> orders =
                IntStream.range(0, 12).mapToObj(i -> aConfirmedOrder(harness)).toList();
        String second = uuid();
        IntStream.range(0, 12).forEach(i -> add(harness, i % 2 == 0 ? batch : second, orders.get(i)));
        String[] even = pick(orders, 0);
        String[] odd = pick(orders, 1);

        List<EventReply> replies = List.of(batch, second).parallelStream()
                .map(id -> pickUp(harness, id, id.equals(batch) ? even : odd))
                .toList();

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isLessThan(300));
        assertThat(orders).allSatisfy(id -> assertThat(state(id)).isEqualTo("IN_TRANSIT"));
    }

    @Test
    void showsTheWayInTheTimeline() {
        String id = aConfirmedOrder(harness);
        add(harness, batch, id);
        pickUp(harness, batch, id);
        deliver(harness, batch);

        assertThat(POSTGRES.database()
                        .texts(
                                "select to_state || ' ' || coalesce(detail, '') from orders.history"
                                        + " where order_id = ?::uuid and version > 3 order by version",
                                id))
                .containsExactly("BATCHED " + batch, "IN_TRANSIT " + batch, "AT_PVZ " + batch);
    }

    private static String[] pick(List<String> orders, int rest) {
        return IntStream.range(0, orders.size())
                .filter(i -> i % 2 == rest)
                .mapToObj(orders::get)
                .toArray(String[]::new);
    }

    private void cancelBatch(String id, String... orders) {
        harness.event("releaseOrdersOnBatchCancelled", new BatchEvent.Cancelled(id, List.of(orders), "MANUAL", NOW), 5);
    }

    private int cancel(String id) {
        return harness.command("cancelOrder")
                .as(Principals.shop(OrderFixture.SHOP))
                .path("id", id)
                .body(OrderFixture.anOrder().objectNode().put("reason_code", "OTHER"))
                .send()
                .status();
    }

    private static String early(EventReply reply) {
        assertThat(reply.status()).isEqualTo(503);
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private List<String> changes(String id) {
        return harness.emitted(OrderEvent.StatusChanged.TYPE).stream()
                .filter(event -> event.orderId().equals(id) && event.from() != by.belparcel.kernel.OrderState.CREATED)
                .map(event -> event.from() + ">" + event.to() + " " + event.publicCode())
                .toList();
    }

    private List<String> batched(String id) {
        return harness.emitted(OrderEvent.Batched.TYPE).stream()
                .filter(event -> event.orderId().equals(id))
                .map(OrderEvent.Batched::batchId)
                .toList();
    }

    private OrderEvent.Batched batchedFact(String id) {
        return harness.emitted(OrderEvent.Batched.TYPE).stream()
                .filter(event -> event.orderId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<OrderEvent.ArrivedAtHub> arrivals(String id) {
        return harness.emitted(OrderEvent.ArrivedAtHub.TYPE).stream()
                .filter(event -> event.orderId().equals(id))
                .toList();
    }

    private static String state(String id) {
        return OrderFixture.state(POSTGRES.database(), id);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
