package by.belparcel.pickuppoints;

import by.belparcel.eventing.handling.Services;
import by.belparcel.pickuppoints.adapter.PostgresBatchParcels;
import by.belparcel.pickuppoints.application.counter.Counter;
import by.belparcel.pickuppoints.application.receiving.Arrivals;
import by.belparcel.pickuppoints.application.receiving.ReceiveBatchHandler;
import by.belparcel.pickuppoints.application.receiving.Receiving;

/** Wires the receiving of batches. */
final class ReceivingParts {

    private ReceivingParts() {}

    static ReceiveBatchHandler receive(Services services) {
        Counter counter = new CounterParts(services).counter();
        PostgresBatchParcels members = new PostgresBatchParcels();
        int percent = Math.toIntExact(services.settings().number("belparcel.pickup-points.batch-percent", 110));
        return new ReceiveBatchHandler(
                FollowingParts.BATCHES,
                new Arrivals(members, counter.terms().packages()),
                new Receiving(FollowingParts.BATCHES, members, counter, percent));
    }
}
