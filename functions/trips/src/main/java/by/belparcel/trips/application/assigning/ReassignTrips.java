package by.belparcel.trips.application.assigning;

import java.util.List;

/** Several wishes of an operator, in their order. */
public record ReassignTrips(List<Item> items) {

    public ReassignTrips {
        items = List.copyOf(items);
    }

    /** One trip and the wish for it. */
    public record Item(String tripId, ReassignTrip command) {}
}
