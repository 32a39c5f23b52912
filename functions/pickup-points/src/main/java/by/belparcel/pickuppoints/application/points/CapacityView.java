package by.belparcel.pickuppoints.application.points;

import by.belparcel.pickuppoints.model.PickupPoint;

/**
 * How full a point is (message CapacityReply).
 *
 * @param free 0 when it holds more than it should
 * @param fill per cent, rounded down
 */
public record CapacityView(String pvzId, int used, int capacity, int free, int fill) {

    static CapacityView of(PickupPoint point) {
        int capacity = point.profile().capacityParcels();
        return new CapacityView(
                point.id(),
                point.stock(),
                capacity,
                Math.max(0, capacity - point.stock()),
                Math.toIntExact(point.stock() * 100L / capacity));
    }
}
