package by.belparcel.orders.model;

/** What can move an order (domain orders-and-payments 1.2). */
public enum OrderTrigger {
    PAYMENT_AUTHORIZED,
    PAYMENT_REFUSED,
    TICKET_ISSUED,
    TICKET_FAILED,
    CANCELLED,
    ADDED_TO_BATCH,
    REMOVED_FROM_BATCH,
    /** Out of a batch that a hub had made of it: it waits at the hub again. */
    REMOVED_FROM_HUB_BATCH,
    PICKED_UP,
    RECEIVED_AT_HUB,
    DELIVERED_TO_PVZ,
    /** Every parcel is accepted at the pick-up point; also ends the search for a missing one. */
    ACCEPTED_AT_PVZ,
    PARCEL_LACKING,
    GIVEN_UP,
    ISSUED_TO_CLIENT,
    STORAGE_EXPIRED,
    STORAGE_EXTENDED,
    RETURNED_BY_CLIENT,
    /** Handed back to the courier; from READY only when the client refused it. */
    RETURNED_TO_COURIER,
    SCANNED_AT_WAREHOUSE
}
