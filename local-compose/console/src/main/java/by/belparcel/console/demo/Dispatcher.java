package by.belparcel.console.demo;

import by.belparcel.console.ApiClient;
import by.belparcel.console.Pages;
import by.belparcel.kernel.GeoPoint;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** The operator of the demonstration: closes batches that nobody adds to any more, and takes trips from silent carriers. */
final class Dispatcher implements Runnable {

    private static final long LOOK_MILLIS = 2_000;
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(90);

    private final ApiClient api;
    private final TripBook book;
    private final BooleanSupplier allConfirmed;
    private final BooleanSupplier open;
    private final Set<String> given = new HashSet<>();

    Dispatcher(ApiClient api, TripBook book, BooleanSupplier allConfirmed, BooleanSupplier open) {
        this.api = api;
        this.book = book;
        this.allConfirmed = allConfirmed;
        this.open = open;
    }

    @Override
    public void run() {
        try {
            while (open.getAsBoolean()) {
                if (allConfirmed.getAsBoolean()) {
                    closeBatches();
                }
                for (Map.Entry<String, TripBook.Silence> trip : book.silent().entrySet()) {
                    if (!given.contains(trip.getKey()) && isStale(trip.getKey(), trip.getValue())) {
                        reassign(trip.getKey(), trip.getValue().place());
                    }
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            book.trouble("operator: " + e.getMessage());
        }
    }

    private void closeBatches() throws InterruptedException {
        for (JsonNode batch : Pages.all(api, "/batches?state=OPEN&limit=100")) {
            api.post(
                    "/batches/" + batch.path("id").asString() + "/close",
                    UUID.randomUUID().toString(),
                    "{}");
        }
    }

    /** A vehicle that fell silent before its first position was taken has no place on the map at all. */
    private boolean isStale(String trip, TripBook.Silence silence) throws InterruptedException {
        if (System.nanoTime() - silence.nanos() < STALE_NANOS) {
            return false;
        }
        JsonNode location = api.get("/trips/" + trip + "/location").body();
        return !location.path("status").asString().equals("LIVE");
    }

    private void reassign(String trip, GeoPoint place) throws InterruptedException {
        JsonNode ranked = api.get("/trips/" + trip + "/candidates").body().path("ranked");
        if (ranked.isEmpty()) {
            return;
        }
        String body = String.format(
                Locale.ROOT,
                """
                {"new_carrier_id": "%s", "reason": "no signal from the vehicle", "expected_version": %d,
                 "handover_place": {"lat": %.6f, "lng": %.6f}}""",
                ranked.get(0).path("carrier_id").asString(),
                api.get("/trips/" + trip).body().path("version").asLong(),
                place.lat(),
                place.lng());
        ApiClient.Answer answer =
                api.post("/trips/" + trip + "/reassign", UUID.randomUUID().toString(), body);
        if (answer.status() == 202) {
            given.add(trip);
            book.note(trip, "operator reassigned");
        }
    }
}
