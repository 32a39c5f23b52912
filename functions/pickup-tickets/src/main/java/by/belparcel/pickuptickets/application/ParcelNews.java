package by.belparcel.pickuptickets.application;

import by.belparcel.events.PvzOrderEvent;
import by.belparcel.pickuptickets.model.ParcelFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a pick-up point says of one parcel of an order.
 *
 * @param parcelNo 1-based
 * @param parcelsTotal absent where the point does not say it
 * @param storageUntil absent where the fact does not change it
 */
public record ParcelNews(
        String orderId,
        int parcelNo,
        @Nullable Integer parcelsTotal,
        String pvzId,
        ParcelFact fact,
        @Nullable Instant storageUntil) {

    /** Null for a parcel that belongs to no order: it has no ticket. */
    public static @Nullable ParcelNews of(PvzOrderEvent.Accepted e) {
        return of(e, e.parcelsTotal(), ParcelFact.ACCEPTED, e.storageUntil());
    }

    public static @Nullable ParcelNews of(PvzOrderEvent.Issued e) {
        return of(e, e.parcelsTotal(), ParcelFact.ISSUED, null);
    }

    public static @Nullable ParcelNews of(PvzOrderEvent.Refused e) {
        return of(e, e.parcelsTotal(), ParcelFact.REFUSED, null);
    }

    public static @Nullable ParcelNews of(PvzOrderEvent.ReturnedToCourier e) {
        ParcelFact fact = switch (e.cause()) {
            case CLIENT_RETURN -> ParcelFact.RETURNED_AFTER_ISSUE;
            case EXPIRED, REFUSED -> ParcelFact.RETURNED;
        };
        return of(e, e.parcelsTotal(), fact, null);
    }

    public static @Nullable ParcelNews of(PvzOrderEvent.StorageExpired e) {
        return of(e, null, ParcelFact.STORAGE_EXPIRED, e.storageUntil());
    }

    public static @Nullable ParcelNews of(PvzOrderEvent.StorageExtended e) {
        return of(e, null, ParcelFact.STORAGE_EXTENDED, e.storageUntil());
    }

    private static @Nullable ParcelNews of(
            PvzOrderEvent e, @Nullable Integer total, ParcelFact fact, @Nullable Instant storageUntil) {
        String order = e.orderId();
        Integer no = e.parcelNo();
        return order == null ? null : new ParcelNews(order, no == null ? 1 : no, total, e.pvzId(), fact, storageUntil);
    }
}
