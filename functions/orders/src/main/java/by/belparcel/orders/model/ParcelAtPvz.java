package by.belparcel.orders.model;

import by.belparcel.kernel.PvzOrderState;
import by.belparcel.kernel.ReturnCause;
import org.jspecify.annotations.Nullable;

/**
 * What the pick-up point said last of one parcel (domain pickup-points.md 2.1).
 *
 * @param no 1-based number within the order
 * @param state absent while the point lacks the parcel, which its batch should have brought
 * @param version version of the parcel there; orders facts about this parcel only, 0 while the point lacks it
 * @param cause why it went back to the courier, absent in every other state
 * @param batchId the batch in which it lacked, absent when it never did
 */
public record ParcelAtPvz(
        int no,
        @Nullable PvzOrderState state,
        long version,
        @Nullable ReturnCause cause,
        @Nullable String batchId) {

    /** Facts of one transaction of the point share a version: then the parcel is where its way ends. */
    boolean newerThan(ParcelAtPvz other) {
        return version > other.version || (version == other.version && rank() > other.rank());
    }

    private int rank() {
        return state == null ? -1 : state.ordinal();
    }
}
