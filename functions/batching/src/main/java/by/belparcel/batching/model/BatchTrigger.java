package by.belparcel.batching.model;

/** What can move a batch (domain delivery.md section 3). */
public enum BatchTrigger {
    CLOSE,
    PLAN,
    /** Its trip does not take place, or goes without it. */
    UNPLAN,
    CANCEL,
    PICK_UP,
    DELIVER,
    RECEIVE_AT_HUB,
    DISBAND,
    SPLIT,
    /** The pick-up point counted it; nothing was missing. */
    RECEIVE,
    /** Something was missing. */
    RECEIVE_PARTLY,
    /** All that was missing was found or is lost. */
    RECONCILE
}
