package by.belparcel.orders;

import static by.belparcel.orders.OrderFixture.NOW;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.ParcelRef;
import by.belparcel.events.PvzActor;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.events.PvzOrderRef;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.kernel.ReturnCause;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a pick-up point says about the parcels of an order. */
public final class PvzFixture {

    private static final PvzActor WORKER = new PvzActor("worker", "w-1");
    private static final String SOURCE = "pvz-api";

    private PvzFixture() {}

    /** One fact about a parcel, the function that follows it, and the version that the point gave it. */
    public record Fact(String function, PvzOrderEvent event, long version) {

        public EventReply tell(FunctionHarness harness) {
            return harness.event(function, event, version);
        }
    }

    /** @param version of the parcel at the point */
    public static Fact accepted(String order, int no, int total, long version) {
        return accepted(order, OrderFixture.PVZ, no, total, version);
    }

    public static Fact accepted(@Nullable String order, String pvz, int no, int total, long version) {
        var event = new PvzOrderEvent.Accepted(
                uuid(),
                null,
                order,
                no,
                pvz,
                uuid(),
                PvzOrderEvent.Accepted.TYPE.name(),
                NOW,
                WORKER,
                ref(PvzOrderState.ACCEPTED),
                SOURCE,
                null,
                Packaging.NONE,
                1500,
                Money.byn(600),
                Money.ZERO,
                Money.byn(600),
                NOW,
                null,
                "BATCH",
                total,
                null);
        return new Fact("readyOrderOnPvzOrderAccepted", event, version);
    }

    public static Fact issued(String order, int no, int total, long version) {
        var event = new PvzOrderEvent.Issued(
                uuid(),
                null,
                order,
                no,
                OrderFixture.PVZ,
                uuid(),
                PvzOrderEvent.Issued.TYPE.name(),
                NOW,
                WORKER,
                ref(PvzOrderState.ISSUED),
                SOURCE,
                null,
                null,
                NOW,
                total,
                null);
        return new Fact("endOrderOnPvzOrderIssued", event, version);
    }

    public static Fact refused(String order, int no, int total, long version) {
        var event = new PvzOrderEvent.Refused(
                uuid(),
                null,
                order,
                no,
                OrderFixture.PVZ,
                uuid(),
                PvzOrderEvent.Refused.TYPE.name(),
                NOW,
                WORKER,
                ref(PvzOrderState.REFUSED),
                SOURCE,
                null,
                total);
        return new Fact("keepOrderOnPvzOrderRefused", event, version);
    }

    public static Fact returnedByClient(String order, int no, int total, long version) {
        var event = new PvzOrderEvent.ReturnedByClient(
                uuid(),
                null,
                order,
                no,
                OrderFixture.PVZ,
                uuid(),
                PvzOrderEvent.ReturnedByClient.TYPE.name(),
                NOW,
                WORKER,
                ref(PvzOrderState.RETURNED_BY_CLIENT),
                SOURCE,
                null,
                NOW,
                total);
        return new Fact("takeBackOrderOnPvzOrderReturnedByClient", event, version);
    }

    public static Fact returnedToCourier(String order, int no, int total, ReturnCause cause, long version) {
        var event = new PvzOrderEvent.ReturnedToCourier(
                uuid(),
                null,
                order,
                no,
                OrderFixture.PVZ,
                uuid(),
                PvzOrderEvent.ReturnedToCourier.TYPE.name(),
                NOW,
                WORKER,
                ref(PvzOrderState.RETURNED_TO_COURIER),
                SOURCE,
                cause,
                null,
                total);
        return new Fact("sendBackOrderOnPvzOrderReturnedToCourier", event, version);
    }

    public static Fact storageExpired(String order, int no, long version) {
        var event = new PvzOrderEvent.StorageExpired(
                uuid(),
                null,
                order,
                no,
                OrderFixture.PVZ,
                uuid(),
                PvzOrderEvent.StorageExpired.TYPE.name(),
                NOW,
                WORKER,
                ref(PvzOrderState.OVERDUE),
                SOURCE,
                NOW);
        return new Fact("expireOrderOnPvzOrderStorageExpired", event, version);
    }

    public static Fact storageExtended(String order, int no, long version) {
        var event = new PvzOrderEvent.StorageExtended(
                uuid(),
                null,
                order,
                no,
                OrderFixture.PVZ,
                uuid(),
                PvzOrderEvent.StorageExtended.TYPE.name(),
                NOW,
                WORKER,
                ref(PvzOrderState.ACCEPTED),
                SOURCE,
                NOW,
                null);
        return new Fact("renewOrderOnPvzOrderStorageExtended", event, version);
    }

    /** The point opened the batch and did not find these parcels. */
    public static BatchEvent.ReceivedByPvz received(String batch, ParcelRef... missing) {
        List<ParcelRef> none = List.of();
        return new BatchEvent.ReceivedByPvz(
                batch, OrderFixture.PVZ, none, List.of(missing), none, none, missing.length > 0, NOW);
    }

    public static EventReply receive(FunctionHarness harness, String batch, ParcelRef... missing) {
        return harness.event("searchOrdersOnBatchReceivedByPvz", received(batch, missing), 2);
    }

    private static PvzOrderRef ref(PvzOrderState state) {
        return new PvzOrderRef(uuid(), null, state);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
