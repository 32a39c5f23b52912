package by.belparcel.trips.application.assigning;

import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.util.List;

/** What is on board of a trip, box by box. */
final class Cargo {

    private Cargo() {}

    static List<Handovers.Box> of(TripRecord trip) {
        return trip.batches().stream()
                .filter(TripBatch::onBoard)
                .flatMap(batch -> batch.orders().stream().map(order -> new Handovers.Box(batch.id(), order)))
                .toList();
    }
}
