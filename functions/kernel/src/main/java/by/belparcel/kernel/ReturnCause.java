package by.belparcel.kernel;

/** Why a parcel went back to the courier (domain events.md, pvz-order.returned-to-courier). */
public enum ReturnCause {
    EXPIRED,
    REFUSED,
    CLIENT_RETURN
}
