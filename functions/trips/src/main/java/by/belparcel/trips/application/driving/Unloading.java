package by.belparcel.trips.application.driving;

import by.belparcel.events.BatchEvent;
import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.StopType;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Batches leave the vehicle. At a hub, and where a trip brings back what it could not deliver, the orders wait for another batch:
 * both are told as {@code batch.received-at-hub}.
 */
record Unloading(Ride ride, Stop stop, Instant at, List<String> flags) {

    static Unloading of(Calling.Call call) {
        return new Unloading(call.ride(), call.stop(), call.time().at(), call.flags());
    }

    void unload(List<TripBatch> leaving) {
        String trip = ride.trip().id();
        String carrier = Objects.requireNonNull(ride.trip().carrierId());
        Instant now = ride.work().now();
        boolean pvz = stop.type() == StopType.PVZ;
        for (TripBatch batch : leaving) {
            ride.change(before -> before.edit()
                    .batch(batch.id(), one -> one.withState(pvz ? BatchState.DELIVERED : BatchState.RECEIVED_AT_HUB))
                    .done());
            ride.emit(
                    pvz
                            ? new BatchEvent.DeliveredToPvz(batch.id(), trip, carrier, stop.placeId(), at, flags, now)
                            : new BatchEvent.ReceivedAtHub(batch.id(), trip, carrier, stop.placeId(), at, flags, now));
        }
    }
}
