package by.belparcel.pickuppoints.model;

/** What can happen to a parcel at a point (domain pickup-points.md 2.1). */
public enum ParcelAction {
    ACCEPT,
    ISSUE,
    TAKE_BACK,
    EXPIRE,
    EXTEND,
    REFUSE,
    HAND_TO_COURIER,
    MOVE
}
