package by.belparcel.console.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** What a client of the live map believes: the newest position of each trip that is on its way. */
public final class MapView {

    private final Map<String, Marker> markers = new ConcurrentHashMap<>();
    private final Set<String> removed = ConcurrentHashMap.newKeySet();
    private final List<String> backwards = new CopyOnWriteArrayList<>();

    /** @param seq number of the position within its trip */
    public record Marker(long seq, String deviceTime, double lat, double lng) {}

    void snapshot(JsonNode items) {
        List<String> kept = new ArrayList<>();
        for (JsonNode item : items) {
            kept.add(item.path("trip_id").asString());
            position(item);
        }
        markers.keySet().retainAll(kept);
    }

    void position(JsonNode frame) {
        String trip = frame.path("trip_id").asString();
        Marker now = new Marker(
                frame.path("seq").asLong(),
                frame.path("device_time").asString(),
                frame.path("lat").asDouble(),
                frame.path("lng").asDouble());
        Marker before = markers.put(trip, now);
        if (before != null && (before.seq() > now.seq() || before.deviceTime().compareTo(now.deviceTime()) > 0)) {
            backwards.add(trip + ": " + before + " was followed by " + now);
        }
    }

    void removed(JsonNode frame) {
        String trip = frame.path("trip_id").asString();
        markers.remove(trip);
        removed.add(trip);
    }

    /** Trips that the server said have ended. */
    public Set<String> removed() {
        return Set.copyOf(removed);
    }

    public Map<String, Marker> markers() {
        return Map.copyOf(markers);
    }

    /** Positions that came although a newer one was shown (I10); must stay empty. */
    public List<String> backwards() {
        return List.copyOf(backwards);
    }
}
