package by.belparcel.trips.model.assigning;

/** What can happen to an assignment. */
public enum AssignmentMove {
    /** The carrier says yes, or picks up. */
    CONFIRM,
    /** The carrier says no. */
    REJECT,
    /** The carrier says nothing. */
    EXPIRE,
    /** The trip is taken away. */
    REVOKE,
    /** Everything on board has changed vehicles. */
    TAKE_OVER,
    /** The trip is over, or everything was handed on. */
    COMPLETE
}
