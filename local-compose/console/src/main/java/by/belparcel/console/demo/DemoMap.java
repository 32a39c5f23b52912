package by.belparcel.console.demo;

import by.belparcel.console.ApiClient;
import by.belparcel.console.Pages;
import by.belparcel.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The places of the running system between which the demonstration sends parcels. */
final class DemoMap {

    private final Map<String, GeoPoint> warehouses = new LinkedHashMap<>();
    private final List<Lane> lanes = new ArrayList<>();

    /** @param reachMetres pick-up points further away from their warehouse would take too long to watch */
    DemoMap(ApiClient api, double reachMetres) throws InterruptedException {
        for (JsonNode place : Pages.all(api, "/references/warehouses?limit=50")) {
            if (place.path("is_active").asBoolean()) {
                warehouses.put(place.path("id").asString(), point(place));
            }
        }
        for (JsonNode place : Pages.all(api, "/references/pvz?limit=50")) {
            if (place.path("status").asString().equals("OPEN")
                    && !place.path("is_full").asBoolean()) {
                nearest(place, reachMetres);
            }
        }
        if (lanes.isEmpty()) {
            throw new IllegalStateException("no pick-up point within " + reachMetres + " m of a warehouse");
        }
    }

    Map<String, GeoPoint> warehouses() {
        return warehouses;
    }

    /** Lanes take turns. */
    Lane lane(int number) {
        return lanes.get(number % lanes.size());
    }

    static GeoPoint point(JsonNode place) {
        return new GeoPoint(place.path("lat").asDouble(), place.path("lng").asDouble());
    }

    private void nearest(JsonNode pvz, double reachMetres) {
        String id = pvz.path("id").asString();
        warehouses.entrySet().stream()
                .map(warehouse -> new Lane(warehouse.getKey(), warehouse.getValue(), id, point(pvz)))
                .min(Comparator.comparingDouble(Lane::metres))
                .filter(lane -> lane.metres() <= reachMetres)
                .ifPresent(lanes::add);
    }
}
