package by.belparcel.pickuppoints.model;

/**
 * The room of a point, under the lock of its row.
 *
 * @param code such as {@code MSQ-001}, the label of its figures
 * @param stock parcels that take room
 * @param told how full it was last said to be
 */
public record Room(String pvzId, String code, PointStatus status, int stock, int capacity, FillLevel told) {

    /** Whether so many more parcels fit when the point may be filled to this share of its capacity. */
    public boolean holds(int more, int limitPercent) {
        return (long) (stock + more) * 100 <= (long) capacity * limitPercent;
    }

    /** After so many parcels came (negative: left). */
    public Room changed(int delta, int warnPercent) {
        int after = Math.max(0, stock + delta);
        return new Room(pvzId, code, status, after, capacity, FillLevel.of(after, capacity, warnPercent));
    }
}
