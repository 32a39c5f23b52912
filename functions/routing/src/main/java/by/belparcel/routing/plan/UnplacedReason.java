package by.belparcel.routing.plan;

/**
 * Why a job is in no route (domain delivery.md section 4, planning 6). In the order in which they are looked for: of several
 * vehicles the one that gets furthest decides.
 */
public enum UnplacedReason {
    DEST_CLOSED,
    /** No distance is known to or from the place. */
    PROVIDER_DOWN,
    NO_CAPACITY_WEIGHT,
    /** Slots count as volume. */
    NO_CAPACITY_VOLUME,
    MAX_STOPS,
    WINDOW_IMPOSSIBLE,
    MAX_DURATION
}
