package by.belparcel.trips.application.planning;

import by.belparcel.trips.model.Cargo;
import by.belparcel.trips.model.Place;
import by.belparcel.trips.model.TripBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a trip brings to one place. */
record Calls(Place place, List<TripBatch> batches) {

    Calls {
        batches = List.copyOf(batches);
    }

    /** One for each destination, in the order in which they come up. */
    static List<Calls> of(List<TripBatch> batches, Map<String, Place> places) {
        Map<String, List<TripBatch>> byPlace = new LinkedHashMap<>();
        for (TripBatch batch : batches) {
            byPlace.computeIfAbsent(batch.destId(), id -> new ArrayList<>()).add(batch);
        }
        return byPlace.entrySet().stream()
                .map(entry -> new Calls(known(places, entry.getKey()), entry.getValue()))
                .toList();
    }

    List<String> batchIds() {
        return batches.stream().map(TripBatch::id).toList();
    }

    Cargo load() {
        return sum(batches);
    }

    static Cargo sum(List<TripBatch> batches) {
        return new Cargo(
                batches.stream().mapToLong(TripBatch::weightG).sum(),
                batches.stream().mapToLong(TripBatch::volumeCm3).sum(),
                batches.stream().mapToInt(TripBatch::slots).sum());
    }

    private static Place known(Map<String, Place> places, String id) {
        Place place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("unknown place " + id);
        }
        return place;
    }
}
