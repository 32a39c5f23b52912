package by.belparcel.kernel;

/** States of an assignment (domain delivery.md section 5). */
public enum AssignmentState {
    OFFERED,
    HANDOVER,
    CONFIRMED,
    REJECTED,
    EXPIRED,
    REVOKED,
    COMPLETED
}
