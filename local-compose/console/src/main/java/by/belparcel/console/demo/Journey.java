package by.belparcel.console.demo;

import by.belparcel.console.ApiClient;
import by.belparcel.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One trip as a simulated carrier drives it, over the carrier app's API. */
final class Journey {

    private static final double DWELL_SECONDS = 60;

    private final String name;
    private final ApiClient api;
    private final Vehicle vehicle;
    private final String trip;
    private final TripBook book;

    Journey(String name, ApiClient api, Vehicle vehicle, String trip, TripBook book) {
        this.name = name;
        this.api = api;
        this.vehicle = vehicle;
        this.trip = trip;
        this.book = book;
    }

    /** Scans every batch at the warehouse. */
    boolean start() throws InterruptedException {
        JsonNode plan = look();
        return done(
                "/pickup",
                "{\"batch_ids\": "
                        + plan.path("batches")
                                .valueStream()
                                .map(batch -> "\"" + batch.path("id").asString() + "\"")
                                .toList()
                        + "}");
    }

    /** Scans every box of the carrier who cannot go on. */
    boolean takeOver() throws InterruptedException {
        for (JsonNode batch : look().path("batches")) {
            if (batch.path("state").asString().equals("PICKED_UP")
                    && !done(
                            "/handover/scans",
                            "{\"batch_id\": \"" + batch.path("id").asString() + "\"}")) {
                return false;
            }
        }
        return done("/handover/complete", "{}");
    }

    /** Returns false when the vehicle cannot go on. */
    boolean drive(Mishap mishap) throws InterruptedException {
        for (JsonNode stop : pending()) {
            GeoPoint place = DemoMap.point(stop);
            if (mishap != Mishap.NONE) {
                vehicle.drive(place, 0.5);
                fail(mishap);
                return false;
            }
            vehicle.drive(place, 1);
            if (!serve(stop)) {
                return true;
            }
        }
        return true;
    }

    private boolean serve(JsonNode stop) throws InterruptedException {
        String seq = stop.path("seq").asString();
        if (!done("/stops/" + seq + "/arrive", here("{%s}"))) {
            return false;
        }
        vehicle.dwell(DWELL_SECONDS);
        // Handing over the last batch of a stop completes it.
        return done("/deliver", here("{\"stop_seq\": " + seq + ", %s}"));
    }

    private void fail(Mishap mishap) throws InterruptedException {
        if (mishap == Mishap.BREAKS_DOWN) {
            book.note(trip, name + " broke down");
            done("/breakdown", here("{\"kind\": \"ENGINE\", \"drivable\": false, %s}"));
        } else {
            book.note(trip, name + " went silent");
            book.silent(trip, vehicle.at());
            vehicle.silence();
        }
    }

    private List<JsonNode> pending() throws InterruptedException {
        List<JsonNode> stops = new ArrayList<>();
        for (JsonNode stop : look().path("stops")) {
            String state = stop.path("state").asString();
            if (!stop.path("type").asString().equals("PICKUP")
                    && (state.equals("PENDING") || state.equals("ARRIVED"))) {
                stops.add(stop);
            }
        }
        return stops;
    }

    private JsonNode look() throws InterruptedException {
        return api.get("/trips/" + trip).body();
    }

    private boolean done(String command, String body) throws InterruptedException {
        ApiClient.Answer answer =
                api.post("/carrier/trips/" + trip + command, UUID.randomUUID().toString(), body);
        if (answer.status() >= 300) {
            book.trouble(name + ": " + command + " of " + trip + " answered " + answer.status() + " " + answer.body());
        }
        return answer.status() < 300;
    }

    private String here(String json) {
        GeoPoint at = vehicle.at();
        return json.replace("%s", String.format(Locale.ROOT, "\"lat\": %.6f, \"lng\": %.6f", at.lat(), at.lng()));
    }
}
