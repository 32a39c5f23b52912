package by.belparcel.kernel;

/** Why a carrier was looked for (domain delivery.md section 5). */
public enum AssignmentTrigger {
    INITIAL,
    MANUAL,
    REJECTED,
    CONFIRM_TIMEOUT,
    BREAKDOWN,
    GPS_SILENCE,
    LATE_DEPARTURE,
    CARRIER_DEACTIVATED,
    CAPACITY_EXCEEDED,
    HEALTH
}
