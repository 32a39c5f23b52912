package by.belparcel.console.demo;

import by.belparcel.console.ApiClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The final account: in how many batches each order travelled, and what became of the trips. */
final class Account {

    private static final Set<String> GONE = Set.of("CANCELLED", "SPLIT");

    private final Map<String, Integer> batchesOfOrder = new HashMap<>();
    private final Map<String, JsonNode> trips = new TreeMap<>();

    Account(ApiClient api, Collection<String> orders) throws InterruptedException {
        orders.forEach(order -> batchesOfOrder.put(order, 0));
        for (JsonNode batch : Pages.all(api, "/batches?limit=100")) {
            if (!GONE.contains(batch.path("state").asString())) {
                count(api, api.get("/batches/" + batch.path("id").asString()).body());
            }
        }
    }

    /** Orders that are in no batch or in more than one. */
    long notInOneBatch() {
        return batchesOfOrder.values().stream().filter(count -> count != 1).count();
    }

    int tripCount() {
        return trips.size();
    }

    long completed() {
        return trips.values().stream()
                .filter(trip -> trip.path("state").asString().equals("COMPLETED"))
                .count();
    }

    /** One line a trip. */
    List<String> trips(TripBook book) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%-16s %-10s %5s %8s  %s", "trip", "state", "stops", "batches", "what happened"));
        trips.forEach((id, trip) -> lines.add(String.format(
                Locale.ROOT,
                "%-16s %-10s %5d %8d  %s",
                trip.path("number").asString(),
                trip.path("state").asString(),
                trip.path("stops").size(),
                trip.path("batches").size(),
                String.join("; ", book.notes(id)))));
        return lines;
    }

    private void count(ApiClient api, JsonNode batch) throws InterruptedException {
        boolean ours = false;
        for (JsonNode order : batch.path("orders")) {
            String id = order.isObject() ? order.path("order_id").asString() : order.asString();
            ours |= batchesOfOrder.computeIfPresent(id, (key, count) -> count + 1) != null;
        }
        String trip = batch.path("trip_id").asString("");
        if (ours && !trip.isEmpty() && !trips.containsKey(trip)) {
            trips.put(trip, api.get("/trips/" + trip).body());
        }
    }
}
