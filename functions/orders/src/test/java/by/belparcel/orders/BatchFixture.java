package by.belparcel.orders;

import static by.belparcel.orders.OrderFixture.NOW;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.events.BatchEvent;
import java.util.List;
import java.util.UUID;

/** What batching and trips say about a batch. */
public final class BatchFixture {

    public static final String HUB = "0190a001-0000-7000-8000-000000000009";

    private BatchFixture() {}

    public static BatchEvent.OrderAdded added(String batch, String order) {
        return new BatchEvent.OrderAdded(batch, order, 1, 1500, 6000, NOW);
    }

    public static BatchEvent.PickedUp pickedUp(String batch, String... scanned) {
        return new BatchEvent.PickedUp(batch, uuid(), uuid(), uuid(), List.of(scanned), List.of(), null, NOW);
    }

    public static BatchEvent.DeliveredToPvz delivered(String batch) {
        return new BatchEvent.DeliveredToPvz(batch, uuid(), uuid(), OrderFixture.PVZ, NOW, List.of(), NOW);
    }

    public static EventReply add(FunctionHarness harness, String batch, String order) {
        return harness.event("addOrderOnBatchOrderAdded", added(batch, order), 1);
    }

    public static EventReply remove(FunctionHarness harness, String batch, String order) {
        var removed = new BatchEvent.OrderRemoved(batch, order, 0, 0, 0, "MOVED", NOW);
        return harness.event("releaseOrderOnBatchOrderRemoved", removed, 2);
    }

    public static EventReply pickUp(FunctionHarness harness, String batch, String... scanned) {
        return harness.event("shipOrdersOnBatchPickedUp", pickedUp(batch, scanned), 7);
    }

    public static EventReply deliver(FunctionHarness harness, String batch) {
        return harness.event("deliverOrdersOnBatchDelivered", delivered(batch), 8);
    }

    public static EventReply receiveAtHub(FunctionHarness harness, String batch) {
        return receive(harness, batch, HUB);
    }

    /** @param place a hub, or the warehouse that a batch was brought back to */
    public static EventReply receive(FunctionHarness harness, String batch, String place) {
        var received = new BatchEvent.ReceivedAtHub(batch, uuid(), uuid(), place, NOW, List.of(), NOW);
        return harness.event("holdOrdersOnBatchReceivedAtHub", received, 8);
    }

    public static EventReply disband(FunctionHarness harness, String batch, String... orders) {
        return harness.event(
                "forwardOrdersOnBatchDisbanded", new BatchEvent.Disbanded(batch, List.of(orders), HUB, NOW), 3);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
