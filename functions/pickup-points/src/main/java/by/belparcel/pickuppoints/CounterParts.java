package by.belparcel.pickuppoints;

import by.belparcel.eventing.handling.Services;
import by.belparcel.kernel.VerificationTokens;
import by.belparcel.pickuppoints.adapter.PostgresKnownOrders;
import by.belparcel.pickuppoints.application.counter.AcceptOrderHandler;
import by.belparcel.pickuppoints.application.counter.Counter;
import by.belparcel.pickuppoints.application.counter.CounterTerms;
import by.belparcel.pickuppoints.application.counter.ExtendStorageHandler;
import by.belparcel.pickuppoints.application.counter.HandToCourierHandler;
import by.belparcel.pickuppoints.application.counter.MoveCellHandler;
import by.belparcel.pickuppoints.application.counter.ProcessOrdersHandler;
import by.belparcel.pickuppoints.application.counter.RefuseOrderHandler;

/** Wires the commands at the counter. */
final class CounterParts {

    private final Services services;
    private final Counter counter;

    CounterParts(Services services) {
        this.services = services;
        this.counter = new Counter(
                PickupPointsParts.PARCELS,
                PickupPointsParts.ROOMS,
                new PostgresKnownOrders(),
                PickupPointsParts.stock(services),
                PickupPointsParts.timers(services),
                CounterTerms.from(services.settings()),
                services.meter());
    }

    Counter counter() {
        return counter;
    }

    AcceptOrderHandler accept() {
        return new AcceptOrderHandler(counter);
    }

    ProcessOrdersHandler process() {
        String key = services.settings().required("belparcel.pickup.verification-key");
        return new ProcessOrdersHandler(counter, new VerificationTokens(key));
    }

    HandToCourierHandler handToCourier() {
        return new HandToCourierHandler(counter);
    }

    RefuseOrderHandler refuse() {
        return new RefuseOrderHandler(counter);
    }

    ExtendStorageHandler extend() {
        return new ExtendStorageHandler(counter);
    }

    MoveCellHandler move() {
        return new MoveCellHandler(counter);
    }
}
