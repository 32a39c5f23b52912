package by.belparcel.console.demo;

import by.belparcel.console.ApiClient;
import by.belparcel.console.DemoPlaces;
import by.belparcel.console.LocalTokens;
import by.belparcel.console.Pages;
import by.belparcel.console.RunningSystem;
import by.belparcel.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** The carriers of the seed data, driven by simulation. */
final class Fleet {

    private final List<Driver> drivers = new ArrayList<>();
    private final Queue<Mishap> mishaps = new ConcurrentLinkedQueue<>();

    /**
     * @param badLuck what goes wrong with the first trips that are offered
     * @param speedup how many times faster than a real day; told to the system, which then believes the speeds
     */
    Fleet(
            RunningSystem system,
            ApiClient admin,
            DemoMap map,
            List<Mishap> badLuck,
            double speedup,
            TripBook book,
            BooleanSupplier open)
            throws InterruptedException {
        LocalTokens tokens = new LocalTokens(system);
        mishaps.addAll(badLuck);
        for (JsonNode carrier : Pages.all(admin, "/references/carriers?limit=50")) {
            GeoPoint home = map.warehouses().get(carrier.path("home_warehouse").asString());
            if (!carrier.path("is_active").asBoolean() || home == null) {
                continue;
            }
            String id = carrier.path("id").asString();
            timeScale(admin, carrier, speedup);
            ApiClient api = new ApiClient(
                    system.address(), tokens.issue("carrier", "demo-" + id, Map.of("carrier_id", List.of(id))));
            drivers.add(
                    new Driver(carrier.path("name").asString(), api, home, speedup, () -> mishap(carrier), book, open));
        }
    }

    List<Driver> drivers() {
        return drivers;
    }

    /** Bad luck strikes where many carriers live, so that there is one to take over. */
    private Mishap mishap(JsonNode carrier) {
        Mishap next = carrier.path("home_warehouse").asString().equals(DemoPlaces.WAREHOUSE) ? mishaps.poll() : null;
        return next == null ? Mishap.NONE : next;
    }

    private static void timeScale(ApiClient admin, JsonNode carrier, double speedup) throws InterruptedException {
        int scale = (int) Math.ceil(speedup);
        if (carrier.path("time_scale").asInt(1) == scale) {
            return;
        }
        ApiClient.Answer answer = admin.put(
                "/references/carriers/" + carrier.path("id").asString(),
                "{\"time_scale\": " + scale + ", \"reason\": \"simulated by the demonstration\", \"expected_version\": "
                        + carrier.path("version").asLong() + "}");
        if (answer.status() != 200) {
            throw new IllegalStateException("the time scale answered " + answer.status() + " " + answer.body());
        }
    }
}
