package by.belparcel.trips.application.driving;

import by.belparcel.events.BatchEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripFacts;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Batches come on board and the vehicle leaves. */
record Loading(Ride ride, String carrierId, DeviceTime time) {

    void load(List<TripBatch> scanned, List<TripBatch> missing) {
        TripRecord before = ride.trip();
        Instant now = ride.work().now();
        if (!missing.isEmpty()) {
            leave(missing);
        }
        scanned.forEach(batch -> ride.change(trip -> trip.edit()
                .batch(batch.id(), one -> one.withState(BatchState.PICKED_UP))
                .done()));
        ride.change(trip -> trip.edit()
                .state(TripState.IN_TRANSIT)
                .progress(trip.progress().departed(time.at()))
                .done());
        List<Stop> pickups = ride.trip().stops().stream()
                .filter(stop -> stop.type() == StopType.PICKUP && !stop.finished())
                .toList();
        pickups.forEach(stop -> ride.stop(stop.seq(), s -> s.ended(StopState.DONE, null, time.at())));
        if (before.state() == TripState.ASSIGNED) {
            ride.emit(new TripEvent.Started(before.id(), carrierId, time.at(), TripFacts.load(ride.trip()), now));
        }
        for (TripBatch batch : scanned) {
            ride.emit(new BatchEvent.PickedUp(
                    batch.id(), before.id(), carrierId, batch.originId(), batch.orderIds(), List.of(), null, now));
        }
        pickups.forEach(stop -> ride.emit(new TripEvent.StopCompleted(
                before.id(), stop.seq(), stop.placeId(), time.at(), null, null, time.flags(), List.of(), now)));
    }

    private void leave(List<TripBatch> missing) {
        Set<String> gone = new HashSet<>();
        missing.forEach(batch -> gone.add(batch.id()));
        ride.change(trip -> trip.edit()
                .batches(trip.batches().stream()
                        .filter(batch -> !gone.contains(batch.id()))
                        .toList())
                .stops(trip.stops().stream()
                        .map(stop -> stop.withBatches(stop.batchIds().stream()
                                .filter(id -> !gone.contains(id))
                                .toList()))
                        .filter(stop -> !stop.batchIds().isEmpty())
                        .toList())
                .done());
        ride.replan("LEFT_BEHIND");
    }
}
