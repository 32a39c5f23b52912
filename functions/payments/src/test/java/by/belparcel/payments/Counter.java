package by.belparcel.payments;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PvzActor;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.events.PvzOrderRef;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.kernel.ReturnCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What payments hear of a pick-up point's counter. */
public final class Counter {

    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");
    private static final String SOURCE = "pvz-api";
    private static final PvzActor WORKER = new PvzActor("worker", "w-1");

    private final Shop shop;

    public Counter(Shop shop) {
        this.shop = shop;
    }

    public static PvzOrderEvent.Issued issued(String order, int no, int total) {
        return new PvzOrderEvent.Issued(
                Shop.newId(),
                null,
                order,
                no,
                Shop.newId(),
                Shop.newId(),
                PvzOrderEvent.Issued.TYPE.name(),
                AT,
                WORKER,
                ref(PvzOrderState.ISSUED),
                SOURCE,
                null,
                null,
                AT,
                total,
                null);
    }

    public static PvzOrderEvent.ReturnedByClient returned(String order, int no, int total) {
        return new PvzOrderEvent.ReturnedByClient(
                Shop.newId(),
                null,
                order,
                no,
                Shop.newId(),
                Shop.newId(),
                PvzOrderEvent.ReturnedByClient.TYPE.name(),
                AT,
                WORKER,
                ref(PvzOrderState.RETURNED_BY_CLIENT),
                SOURCE,
                null,
                AT,
                total);
    }

    public static PvzOrderEvent.ReturnedToCourier sentBack(String order, int no, int total, ReturnCause cause) {
        return new PvzOrderEvent.ReturnedToCourier(
                Shop.newId(),
                null,
                order,
                no,
                Shop.newId(),
                Shop.newId(),
                PvzOrderEvent.ReturnedToCourier.TYPE.name(),
                AT,
                WORKER,
                ref(PvzOrderState.RETURNED_TO_COURIER),
                SOURCE,
                cause,
                null,
                total);
    }

    public static PvzOrderEvent.StorageExtended extended(String order, @Nullable Money fee) {
        return new PvzOrderEvent.StorageExtended(
                Shop.newId(),
                null,
                order,
                1,
                Shop.newId(),
                Shop.newId(),
                PvzOrderEvent.StorageExtended.TYPE.name(),
                AT,
                WORKER,
                ref(PvzOrderState.ACCEPTED),
                SOURCE,
                AT,
                fee);
    }

    public static OrderEvent.Lost lost(String order, int no) {
        return new OrderEvent.Lost(order, no, null, null, "carrier_lost", AT);
    }

    public EventReply issue(String order, int no, int total) {
        return shop.harness().event("capturePaymentOnPvzOrderIssued", issued(order, no, total), 3);
    }

    public EventReply takeBack(String order, int no, int total) {
        return shop.harness().event("refundParcelOnPvzOrderReturnedByClient", returned(order, no, total), 4);
    }

    public EventReply sendBack(String order, int no, int total, ReturnCause cause) {
        return shop.harness()
                .event("voidOrRefundParcelOnPvzOrderReturnedToCourier", sentBack(order, no, total, cause), 5);
    }

    public EventReply lose(String order, int no) {
        return shop.harness().event("voidOrRefundPaymentOnOrderLost", lost(order, no), 9);
    }

    private static PvzOrderRef ref(PvzOrderState state) {
        return new PvzOrderRef(Shop.newId(), null, state);
    }
}
