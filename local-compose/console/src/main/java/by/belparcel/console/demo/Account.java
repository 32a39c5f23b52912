package by.belparcel.console.demo;

import by.belparcel.console.ApiClient;
import by.belparcel.console.Pages;
import by.belparcel.console.counter.Fate;
import by.belparcel.kernel.Numbers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The final account: in how many batches each order travelled, and what became of the trips. */
final class Account {

    private static final Set<String> GONE = Set.of("CANCELLED", "SPLIT");

    /** What a payment is when an order has met its fate: the fee of the delivery is kept, the goods are given back. */
    private static final Map<Fate, String> SETTLED =
            Map.of(Fate.COLLECTED, "CAPTURED", Fate.UNCLAIMED, "VOIDED", Fate.BROUGHT_BACK, "PARTIALLY_REFUNDED");

    private final ApiClient api;
    private final Map<String, Integer> batchesOfOrder = new HashMap<>();
    private final Map<String, JsonNode> trips = new TreeMap<>();

    Account(ApiClient api, Collection<String> orders) throws InterruptedException {
        this.api = api;
        orders.forEach(order -> batchesOfOrder.put(order, 0));
        for (JsonNode batch : Pages.all(api, "/batches?limit=100")) {
            if (!GONE.contains(batch.path("state").asString())) {
                count(api.get("/batches/" + batch.path("id").asString()).body());
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

    /** Waits until all money is where it belongs; what is not, and what our ledger and the provider's book disagree on. */
    long openPayments(OrderRun run, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long open = openPayments(run);
        while (open > 0 && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
            open = openPayments(run);
        }
        String today = LocalDate.now(Numbers.MINSK).toString();
        return open
                + api.get("/payments/reconciliation?date=" + today)
                        .body()
                        .path("differences")
                        .size();
    }

    private long openPayments(OrderRun run) throws InterruptedException {
        long open = 0;
        for (String order : batchesOfOrder.keySet()) {
            String payment = api.get("/orders/" + order + "/payment")
                    .body()
                    .path("state")
                    .asString();
            if (!run.fate(order).map(SETTLED::get).filter(payment::equals).isPresent()) {
                open++;
            }
        }
        return open;
    }

    private void count(JsonNode batch) throws InterruptedException {
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
