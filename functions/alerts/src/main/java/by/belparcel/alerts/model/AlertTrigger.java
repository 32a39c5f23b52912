package by.belparcel.alerts.model;

/** What can happen to an alert (domain delivery.md section 7). */
public enum AlertTrigger {
    /** The condition was seen once more. */
    REPEAT,
    ACKNOWLEDGE,
    SNOOZE,
    /** The snooze is over and the condition still holds. */
    WAKE,
    RESOLVE
}
