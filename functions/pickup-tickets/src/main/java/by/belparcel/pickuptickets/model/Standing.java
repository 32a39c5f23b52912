package by.belparcel.pickuptickets.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the parcels of one order stand together.
 *
 * @param total parcels of the order, 0 while nobody has said
 * @param known parcels that were heard of
 * @param stored parcels that lie ready in time
 * @param overdue parcels that lie there too long
 * @param refused parcels that the client did not want
 * @param issued parcels that the client has or had
 * @param pvzId where they lie, absent while nobody has said
 * @param until the last moment at which one of them can be collected, absent where none lies there
 */
public record Standing(
        int total,
        int known,
        int stored,
        int overdue,
        int refused,
        int issued,
        @Nullable String pvzId,
        @Nullable Instant until) {

    /** What the order is for its ticket. */
    public enum Verdict {
        /** Not everything has come. */
        INCOMPLETE,
        COLLECTABLE,
        OVERDUE,
        /** All that is left goes back. */
        LEFT_BEHIND,
        COLLECTED,
        RETURNED
    }

    /** Collectable beats overdue: who comes in time for one parcel is let in; each parcel's own deadline is looked at when it is issued. */
    public Verdict verdict() {
        if (total == 0 || known < total) {
            return Verdict.INCOMPLETE;
        }
        if (stored > 0) {
            return Verdict.COLLECTABLE;
        }
        if (overdue > 0) {
            return Verdict.OVERDUE;
        }
        if (issued > 0) {
            return Verdict.COLLECTED;
        }
        return refused > 0 ? Verdict.LEFT_BEHIND : Verdict.RETURNED;
    }
}
