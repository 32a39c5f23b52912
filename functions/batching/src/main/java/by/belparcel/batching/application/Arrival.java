package by.belparcel.batching.application;

import by.belparcel.eventing.handling.Handled;

/** What an event handler answers when an order has been taken in. */
final class Arrival {

    private Arrival() {}

    static Handled handled(OrderAdding.Added added) {
        return added == OrderAdding.Added.PLACE_UNKNOWN
                ? new Handled.Later("PLACE_UNKNOWN", "The origin or the pick-up point is not known here yet.")
                : new Handled.Applied();
    }
}
