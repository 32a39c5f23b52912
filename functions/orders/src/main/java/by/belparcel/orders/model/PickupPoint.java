package by.belparcel.orders.model;

/**
 * What orders know of a pick-up point.
 *
 * @param lat degrees, WGS 84
 * @param lng degrees, WGS 84
 * @param maxParcelG heaviest single parcel in grams
 */
public record PickupPoint(String id, String code, double lat, double lng, Status status, boolean full, int maxParcelG) {

    /** Whether it takes parcels at all (domain pickup-points section 1). */
    public enum Status {
        OPEN,
        SUSPENDED,
        CLOSED
    }
}
