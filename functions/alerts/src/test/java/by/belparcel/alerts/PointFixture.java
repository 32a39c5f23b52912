package by.belparcel.alerts;

import static by.belparcel.alerts.AlertFixture.id;

import by.belparcel.events.OrderEvent;
import by.belparcel.events.PvzActor;
import by.belparcel.events.PvzEvent;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.events.PvzOrderRef;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.kernel.ReturnCause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What pick-up points tell. */
public final class PointFixture {

    private static final PvzActor WORKER = new PvzActor("worker", "w1");

    private PointFixture() {}

    public static OrderEvent.Missing missing(String order, @Nullable Integer parcelNo, Instant at) {
        return new OrderEvent.Missing(order, parcelNo, id(), id(), null, at);
    }

    public static OrderEvent.Lost lost(String order, @Nullable Integer parcelNo, Instant at) {
        return new OrderEvent.Lost(order, parcelNo, id(), id(), null, at);
    }

    public static PvzEvent.CapacityWarning nearlyFull(String pvz, int used, int capacity, Instant at) {
        return new PvzEvent.CapacityWarning(pvz, used, capacity, at);
    }

    public static PvzEvent.ExtraFound extra(String batch, Instant at) {
        return new PvzEvent.ExtraFound(null, batch, id(), "no label", List.of(), at);
    }

    public static PvzOrderEvent.Accepted accepted(
            @Nullable String order, @Nullable Integer parcelNo, String pvz, Instant at) {
        return new PvzOrderEvent.Accepted(
                id(),
                7L,
                order,
                parcelNo,
                pvz,
                id(),
                PvzOrderEvent.Accepted.TYPE.name(),
                at,
                WORKER,
                ref(PvzOrderState.ACCEPTED),
                "pvz-api",
                null,
                Packaging.NONE,
                1_000,
                Money.byn(100),
                Money.ZERO,
                Money.byn(100),
                at,
                "A-01-1",
                "BATCH",
                2,
                null);
    }

    public static PvzOrderEvent.Issued issued(String pvz, Instant at) {
        return new PvzOrderEvent.Issued(
                id(),
                7L,
                null,
                null,
                pvz,
                id(),
                PvzOrderEvent.Issued.TYPE.name(),
                at,
                WORKER,
                ref(PvzOrderState.ISSUED),
                "pvz-api",
                null,
                null,
                at,
                1,
                null);
    }

    public static PvzOrderEvent.ReturnedByClient returnedByClient(String pvz, Instant at) {
        return new PvzOrderEvent.ReturnedByClient(
                id(),
                7L,
                null,
                null,
                pvz,
                id(),
                PvzOrderEvent.ReturnedByClient.TYPE.name(),
                at,
                WORKER,
                ref(PvzOrderState.RETURNED_BY_CLIENT),
                "pvz-api",
                null,
                at,
                1);
    }

    public static PvzOrderEvent.ReturnedToCourier returnedToCourier(String parcel, String pvz, Instant at) {
        return new PvzOrderEvent.ReturnedToCourier(
                parcel,
                7L,
                null,
                null,
                pvz,
                id(),
                PvzOrderEvent.ReturnedToCourier.TYPE.name(),
                at,
                WORKER,
                ref(PvzOrderState.RETURNED_TO_COURIER),
                "pvz-api",
                ReturnCause.EXPIRED,
                null,
                1);
    }

    public static PvzOrderEvent.StorageExpired storageExpired(String parcel, Instant at) {
        return new PvzOrderEvent.StorageExpired(
                parcel,
                7L,
                null,
                null,
                id(),
                id(),
                PvzOrderEvent.StorageExpired.TYPE.name(),
                at,
                WORKER,
                ref(PvzOrderState.OVERDUE),
                "pvz-api",
                at);
    }

    public static PvzOrderEvent.StorageExtended storageExtended(String parcel, Instant at) {
        return new PvzOrderEvent.StorageExtended(
                parcel,
                7L,
                null,
                null,
                id(),
                id(),
                PvzOrderEvent.StorageExtended.TYPE.name(),
                at,
                WORKER,
                ref(PvzOrderState.ACCEPTED),
                "pvz-api",
                at,
                null);
    }

    private static PvzOrderRef ref(PvzOrderState state) {
        return new PvzOrderRef("7", null, state);
    }
}
