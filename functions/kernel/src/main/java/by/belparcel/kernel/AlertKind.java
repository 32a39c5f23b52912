package by.belparcel.kernel;

/** What an alert is about (domain delivery.md section 7). */
public enum AlertKind {
    TRIP_UNASSIGNED,
    LATE_DEPARTURE,
    LATE_ARRIVAL,
    OFF_ROUTE,
    STOPPAGE,
    GPS_LOST,
    BREAKDOWN,
    ASSIGNMENT_TIMEOUT,
    BATCH_OVERWEIGHT,
    PARCEL_MISSING,
    PVZ_CAPACITY,
    STORAGE_OVERDUE,
    OUTBOX_LAG,
    DLQ_NONEMPTY,
    PAYMENT_REFUND_STUCK,
    AMOUNT_MISMATCH,
    SLA_BREACH,
    PATROL_MISSED,
    PANIC
}
