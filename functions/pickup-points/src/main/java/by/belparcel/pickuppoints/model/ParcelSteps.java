package by.belparcel.pickuppoints.model;

import by.belparcel.kernel.PvzOrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a parcel; whether it may is asked before ({@link ParcelRules}). */
public final class ParcelSteps {

    private ParcelSteps() {}

    /** The point holds it. @param until last moment of the storage */
    public static Parcel accepted(Parcel parcel, Goods goods, @Nullable String cell, Instant until, Instant now) {
        return parcel.edit()
                .state(PvzOrderState.ACCEPTED)
                .goods(goods)
                .storage(new Storage(cell, now, until, 0))
                .done(now);
    }

    /** The client holds it; its cell is free. */
    public static Parcel issued(Parcel parcel, Instant now) {
        return parcel.edit()
                .state(PvzOrderState.ISSUED)
                .storage(parcel.storage().in(null))
                .leaving(new Leaving(now, null, null))
                .done(now);
    }

    /** @param pvzId where the client brought it */
    public static Parcel takenBack(Parcel parcel, String pvzId, @Nullable String reason, Instant now) {
        return parcel.edit()
                .state(PvzOrderState.RETURNED_BY_CLIENT)
                .pvzId(pvzId)
                .leaving(new Leaving(parcel.leaving().issuedAt(), now, reason))
                .done(now);
    }

    public static Parcel refused(Parcel parcel, @Nullable String reason, Instant now) {
        return parcel.edit()
                .state(PvzOrderState.REFUSED)
                .leaving(new Leaving(null, null, reason))
                .done(now);
    }

    public static Parcel handedToCourier(Parcel parcel, Instant now) {
        return parcel.edit()
                .state(PvzOrderState.RETURNED_TO_COURIER)
                .storage(parcel.storage().in(null))
                .done(now);
    }

    /** Its timer found the deadline passed. */
    public static Parcel overdue(Parcel parcel, Instant now) {
        return parcel.edit().state(PvzOrderState.OVERDUE).done(now);
    }

    public static Parcel extended(Parcel parcel, int days, Instant now) {
        Instant until = Objects.requireNonNull(parcel.storage().until()).plus(Duration.ofDays(days));
        return parcel.edit()
                .state(PvzOrderState.ACCEPTED)
                .storage(parcel.storage().extended(until))
                .done(now);
    }

    public static Parcel moved(Parcel parcel, String cell, Instant now) {
        return parcel.edit().storage(parcel.storage().in(cell)).done(now);
    }
}
