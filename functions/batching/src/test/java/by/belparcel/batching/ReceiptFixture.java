package by.belparcel.batching;

import static by.belparcel.batching.BatchFixture.NOW;
import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.id;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.ParcelRef;
import by.belparcel.events.PvzActor;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.events.PvzOrderRef;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PvzOrderState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Batches at the pick-up point, and what is said of them there. */
public final class ReceiptFixture {

    private ReceiptFixture() {}

    /** A batch of so many orders that stands at {@link BatchFixture#PVZ}. */
    public static String aDeliveredBatch(FunctionHarness harness, int orders) {
        String batch = BatchFixture.aPlannedBatch(harness, orders);
        harness.event("pickUpBatchOnBatchPickedUp", BatchFixture.pickedUp(harness.database(), batch, List.of()), 2);
        harness.event(
                "deliverBatchOnBatchDeliveredToPvz",
                new BatchEvent.DeliveredToPvz(batch, id(), id(), PVZ, NOW, List.of(), NOW),
                3);
        return batch;
    }

    /** Each order has one parcel. */
    public static BatchEvent.ReceivedByPvz received(String batch, List<String> accepted, List<String> missing) {
        return new BatchEvent.ReceivedByPvz(
                batch, PVZ, refs(accepted), refs(missing), List.of(), List.of(), !missing.isEmpty(), NOW);
    }

    public static EventReply receive(
            FunctionHarness harness, String batch, List<String> accepted, List<String> missing, long version) {
        return harness.event("receiveBatchOnBatchReceivedByPvz", received(batch, accepted, missing), version);
    }

    public static PvzOrderEvent.Accepted accepted(@Nullable String order, @Nullable Integer parcelNo) {
        return new PvzOrderEvent.Accepted(
                id(),
                order == null ? 17L : null,
                order,
                parcelNo,
                PVZ,
                id(),
                PvzOrderEvent.Accepted.TYPE.name(),
                NOW,
                new PvzActor("worker", "w1"),
                new PvzOrderRef("17", null, PvzOrderState.ACCEPTED),
                "pvz-api",
                null,
                Packaging.NONE,
                1_000,
                Money.byn(100),
                Money.ZERO,
                Money.byn(100),
                NOW.plus(Duration.ofDays(7)),
                "A-01-1",
                "COURIER",
                1,
                null);
    }

    public static EventReply find(FunctionHarness harness, String order) {
        return harness.event("findParcelOnPvzOrderAccepted", accepted(order, 1), 2);
    }

    public static EventReply lose(FunctionHarness harness, String order, @Nullable Integer parcelNo) {
        return harness.event(
                "giveUpParcelOnOrderLost", new OrderEvent.Lost(order, parcelNo, null, PVZ, "NOT_FOUND", NOW), 9);
    }

    private static List<ParcelRef> refs(List<String> orders) {
        return orders.stream().map(order -> new ParcelRef(order, 1)).toList();
    }
}
