package by.belparcel.console.demo;

import by.belparcel.console.ApiClient;
import by.belparcel.kernel.GeoPoint;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A simulated carrier: comes on duty, takes what it is offered, drives it, goes home for the next. */
final class Driver implements Runnable {

    private static final long LOOK_MILLIS = 1_500;

    private final String name;
    private final ApiClient api;
    private final Vehicle vehicle;
    private final GeoPoint home;
    private final TripBook book;
    private final BooleanSupplier open;
    private final Supplier<Mishap> mishaps;
    private boolean outOfOrder;

    Driver(
            String name,
            ApiClient api,
            GeoPoint home,
            double speedup,
            Supplier<Mishap> mishaps,
            TripBook book,
            BooleanSupplier open) {
        this.name = name;
        this.api = api;
        this.home = home;
        this.vehicle = new Vehicle(api, home, speedup);
        this.mishaps = mishaps;
        this.book = book;
        this.open = open;
    }

    @Override
    public void run() {
        try {
            comeOnDuty();
            while (open.getAsBoolean() && !outOfOrder) {
                if (!work()) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                }
            }
            // A vehicle that cannot go on is off the road once somebody else has its trip.
            while (open.getAsBoolean() && !offline()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            if (offline()) {
                command("POST", "/carrier/shifts/end", "{}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            book.trouble(name + ": " + e);
        }
    }

    /** Answers an offer or goes on with a trip of its own; false when there is neither. */
    private boolean work() throws InterruptedException {
        JsonNode offers = api.get("/carrier/offers").body().path("items");
        if (!offers.isEmpty()) {
            answer(offers.get(0));
            return true;
        }
        for (JsonNode trip : api.get("/carrier/trips").body().path("items")) {
            if (!trip.path("handover_required").asBoolean()) {
                Journey journey =
                        new Journey(name, api, vehicle, trip.path("id").asString(), book);
                book.note(trip.path("id").asString(), "driven by " + name);
                drive(journey, trip.path("state").asString().equals("IN_TRANSIT") || journey.start(), Mishap.NONE);
                return true;
            }
        }
        return false;
    }

    private boolean offline() throws InterruptedException {
        return api.put("/carrier/availability", "{\"availability\": \"OFFLINE\"}")
                        .status()
                == 200;
    }

    private void comeOnDuty() throws InterruptedException {
        command("POST", "/carrier/shifts", position("{%s}"));
        command(
                "POST",
                "/carrier/vehicle-checks",
                "{\"fuel\": \"OK\", \"tyres\": \"OK\", \"lights\": \"OK\", \"seal\": \"OK\", \"body\": \"OK\"}");
        ready();
    }

    private void ready() throws InterruptedException {
        command("PUT", "/carrier/availability", position("{\"availability\": \"ONLINE\", %s}"));
    }

    private void answer(JsonNode offer) throws InterruptedException {
        String trip = offer.path("trip_id").asString();
        boolean handover = offer.path("state").asString().equals("HANDOVER");
        Mishap mishap = handover ? Mishap.NONE : mishaps.get();
        if (mishap == Mishap.REJECTS) {
            book.note(trip, "rejected by " + name);
            command("POST", "/carrier/trips/" + trip + "/reject", "{\"reason\": \"the vehicle is too small\"}");
            return;
        }
        if (command("POST", "/carrier/trips/" + trip + "/confirm", "{}").status() >= 300) {
            return;
        }
        Journey journey = new Journey(name, api, vehicle, trip, book);
        book.note(trip, (handover ? "taken over by " : "driven by ") + name);
        drive(journey, handover ? journey.takeOver() : journey.start(), mishap);
    }

    private void drive(Journey journey, boolean loaded, Mishap mishap) throws InterruptedException {
        if (loaded && !journey.drive(mishap)) {
            outOfOrder = true;
            return;
        }
        vehicle.placeAt(home);
        ready();
    }

    private ApiClient.Answer command(String method, String path, String body) throws InterruptedException {
        ApiClient.Answer answer = method.equals("PUT")
                ? api.put(path, body)
                : api.post(path, UUID.randomUUID().toString(), body);
        if (answer.status() >= 300) {
            book.trouble(name + ": " + method + " " + path + " answered " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    private String position(String json) {
        GeoPoint at = vehicle.at();
        return json.replace("%s", String.format(Locale.ROOT, "\"lat\": %.6f, \"lng\": %.6f", at.lat(), at.lng()));
    }
}
