package by.belparcel.pickuppoints.model;

import by.belparcel.kernel.PvzOrderState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One parcel at a pick-up point (domain pickup-points.md section 2). {@code state} is what is stored; whoever asks in which
 * state the parcel is asks {@link #stateAt}, because a deadline passes without anybody writing it down.
 *
 * @param clientId a number or a reference, never a contact
 * @param version grows by one with each change
 */
public record Parcel(
        String id,
        ParcelKey key,
        @Nullable String clientId,
        String pvzId,
        PvzOrderState state,
        long version,
        Goods goods,
        Checks checks,
        Storage storage,
        Leaving leaving,
        Origin origin,
        Instant createdAt,
        Instant updatedAt) {

    /** The state at this moment: ACCEPTED is OVERDUE as soon as the deadline has passed. */
    public PvzOrderState stateAt(Instant now) {
        return state == PvzOrderState.ACCEPTED && expired(now) ? PvzOrderState.OVERDUE : state;
    }

    /** Whether the deadline has passed; the deadline itself still counts. */
    public boolean expired(Instant now) {
        Instant until = storage.until();
        return until != null && now.isAfter(until);
    }

    /** Whether it takes room at the point (domain 2.3, rule 6). */
    public boolean takesRoom() {
        return state == PvzOrderState.ACCEPTED
                || state == PvzOrderState.OVERDUE
                || state == PvzOrderState.REFUSED
                || state == PvzOrderState.RETURNED_BY_CLIENT;
    }

    /** As the original contract calls it: the external number where there is one, else the id here. */
    public String publicId() {
        return key.externalRef() == null ? id : Long.toString(key.externalRef());
    }

    /** The same parcel, known to be for this client. */
    public Parcel forClient(@Nullable String client) {
        return new Parcel(
                id, key, client, pvzId, state, version, goods, checks, storage, leaving, origin, createdAt, updatedAt);
    }

    /** The same parcel before its first version, come from elsewhere. */
    public Parcel unwritten(Origin from) {
        return new Parcel(
                id, key, clientId, pvzId, state, 0, goods, checks, storage, leaving, from, createdAt, updatedAt);
    }

    public ParcelEdit edit() {
        return new ParcelEdit(this);
    }
}
