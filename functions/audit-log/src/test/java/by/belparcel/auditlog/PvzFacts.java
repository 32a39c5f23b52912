package by.belparcel.auditlog;

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
import org.jspecify.annotations.Nullable;

/** What happens to one parcel at one point, minute by minute. */
public final class PvzFacts {

    public static final String MINSK = "0190a001-0000-7000-8000-000000000001";
    public static final String BREST = "0190a001-0000-7000-8000-000000000007";
    public static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final Ids IDS = new Ids();

    private final String parcel = IDS.next();
    private final String order = IDS.next();
    private final String pvz;

    private PvzFacts(String pvz) {
        this.pvz = pvz;
    }

    public static PvzFacts at(String pvz) {
        return new PvzFacts(pvz);
    }

    public static String newId() {
        return IDS.next();
    }

    public String parcel() {
        return parcel;
    }

    public String order() {
        return order;
    }

    public static Instant minute(int no) {
        return START.plus(Duration.ofMinutes(no));
    }

    private static PvzActor worker() {
        return new PvzActor("worker", "anna");
    }

    private static PvzOrderRef ref(PvzOrderState state) {
        return new PvzOrderRef("1", null, state);
    }

    public PvzOrderEvent.Accepted accepted(int minute) {
        return new PvzOrderEvent.Accepted(
                parcel,
                null,
                order,
                1,
                pvz,
                IDS.next(),
                "pvz-order.accepted",
                minute(minute),
                worker(),
                ref(PvzOrderState.ACCEPTED),
                "pvz-api",
                null,
                Packaging.NONE,
                500,
                Money.byn(1000),
                Money.byn(0),
                Money.byn(1000),
                minute(minute).plus(Duration.ofDays(7)),
                "A-01-1",
                "BATCH",
                1,
                null);
    }

    /** As it was told before the proof was. */
    public PvzOrderEvent.Issued issued(int minute) {
        return issued(minute, null);
    }

    public PvzOrderEvent.Issued issued(int minute, PvzOrderEvent.@Nullable Proof proof) {
        return new PvzOrderEvent.Issued(
                parcel,
                null,
                order,
                1,
                pvz,
                IDS.next(),
                "pvz-order.issued",
                minute(minute),
                worker(),
                ref(PvzOrderState.ISSUED),
                "pvz-api",
                null,
                null,
                minute(minute),
                1,
                proof);
    }

    public PvzOrderEvent.ReturnedByClient broughtBack(int minute) {
        return new PvzOrderEvent.ReturnedByClient(
                parcel,
                null,
                order,
                1,
                pvz,
                IDS.next(),
                "pvz-order.returned-by-client",
                minute(minute),
                worker(),
                ref(PvzOrderState.RETURNED_BY_CLIENT),
                "pvz-api",
                "too small",
                minute(0),
                1);
    }

    public PvzOrderEvent.ReturnedToCourier sentBack(int minute) {
        return new PvzOrderEvent.ReturnedToCourier(
                parcel,
                null,
                order,
                1,
                pvz,
                IDS.next(),
                "pvz-order.returned-to-courier",
                minute(minute),
                worker(),
                ref(PvzOrderState.RETURNED_TO_COURIER),
                "pvz-api",
                ReturnCause.EXPIRED,
                null,
                1);
    }

    public PvzOrderEvent.StorageExpired expired(int minute) {
        return new PvzOrderEvent.StorageExpired(
                parcel,
                null,
                order,
                1,
                pvz,
                IDS.next(),
                "pvz-order.storage-expired",
                minute(minute),
                worker(),
                ref(PvzOrderState.OVERDUE),
                "pvz-api",
                minute(minute));
    }
}
