package by.belparcel.pickuptickets;

import by.belparcel.eventing.envelope.Ids;
import by.belparcel.events.PvzActor;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.events.PvzOrderRef;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.kernel.ReturnCause;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a pick-up point says of the parcels of one order. */
public final class PvzNews {

    public static final String PVZ = "0190a001-0000-7000-8000-000000000001";
    public static final String OTHER = "0190a001-0000-7000-8000-000000000007";
    private static final Ids IDS = new Ids();
    private static final PvzActor WORKER = new PvzActor("worker", "w1");

    private final String order;
    private final int total;
    private final Instant until;

    private PvzNews(String order, int total, Instant until) {
        this.order = order;
        this.total = total;
        this.until = until;
    }

    /** An order with this many parcels whose storage ends in a week. */
    public static PvzNews of(String order, int total) {
        return new PvzNews(order, total, Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MILLIS));
    }

    public PvzNews until(Instant end) {
        return new PvzNews(order, total, end);
    }

    public Instant storageUntil() {
        return until;
    }

    private static PvzOrderRef ref(PvzOrderState state) {
        return new PvzOrderRef("1", null, state);
    }

    public PvzOrderEvent.Accepted accepted(int no) {
        return new PvzOrderEvent.Accepted(
                IDS.next(),
                null,
                order,
                no,
                PVZ,
                IDS.next(),
                "pvz-order.accepted",
                Instant.now(),
                WORKER,
                ref(PvzOrderState.ACCEPTED),
                "pvz-api",
                null,
                Packaging.NONE,
                500,
                Money.byn(1000),
                Money.byn(0),
                Money.byn(1000),
                until,
                null,
                "BATCH",
                total,
                null);
    }

    public PvzOrderEvent.Issued issued(int no) {
        return new PvzOrderEvent.Issued(
                IDS.next(),
                null,
                order,
                no,
                PVZ,
                IDS.next(),
                "pvz-order.issued",
                Instant.now(),
                WORKER,
                ref(PvzOrderState.ISSUED),
                "pvz-api",
                null,
                null,
                Instant.now(),
                total,
                null);
    }

    public PvzOrderEvent.Refused refused(int no) {
        return new PvzOrderEvent.Refused(
                IDS.next(),
                null,
                order,
                no,
                PVZ,
                IDS.next(),
                "pvz-order.refused",
                Instant.now(),
                WORKER,
                ref(PvzOrderState.REFUSED),
                "pvz-api",
                null,
                total);
    }

    public PvzOrderEvent.ReturnedToCourier returned(int no, ReturnCause cause) {
        return new PvzOrderEvent.ReturnedToCourier(
                IDS.next(),
                null,
                order,
                no,
                PVZ,
                IDS.next(),
                "pvz-order.returned-to-courier",
                Instant.now(),
                WORKER,
                ref(PvzOrderState.RETURNED_TO_COURIER),
                "pvz-api",
                cause,
                null,
                total);
    }

    public PvzOrderEvent.StorageExpired expired(int no) {
        return new PvzOrderEvent.StorageExpired(
                IDS.next(),
                null,
                order,
                no,
                PVZ,
                IDS.next(),
                "pvz-order.storage-expired",
                Instant.now(),
                WORKER,
                ref(PvzOrderState.OVERDUE),
                "pvz-api",
                until);
    }

    public PvzOrderEvent.StorageExtended extended(int no, Instant end) {
        return new PvzOrderEvent.StorageExtended(
                IDS.next(),
                null,
                order,
                no,
                PVZ,
                IDS.next(),
                "pvz-order.storage-extended",
                Instant.now(),
                WORKER,
                ref(PvzOrderState.ACCEPTED),
                "pvz-api",
                end,
                null);
    }
}
