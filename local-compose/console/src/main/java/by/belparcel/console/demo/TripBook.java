package by.belparcel.console.demo;

import by.belparcel.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was seen of each trip while the demonstration ran. */
final class TripBook {

    private static final int SHOWN = 10;

    private final Map<String, List<String>> notes = new ConcurrentHashMap<>();
    private final Map<String, Silence> silent = new ConcurrentHashMap<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    /** @param place where the vehicle was last seen @param nanos when it fell silent */
    record Silence(GeoPoint place, long nanos) {}

    void note(String trip, String what) {
        notes.computeIfAbsent(trip, t -> new CopyOnWriteArrayList<>()).add(what);
    }

    List<String> notes(String trip) {
        return notes.getOrDefault(trip, List.of());
    }

    /** Its vehicle was last seen at the place. */
    void silent(String trip, GeoPoint place) {
        silent.put(trip, new Silence(place, System.nanoTime()));
    }

    Map<String, Silence> silent() {
        return silent;
    }

    /** An answer that a simulated carrier did not expect. */
    void trouble(String what) {
        troubles.add(what);
    }

    /** The first few; many carriers often have the same one. */
    List<String> troubles() {
        List<String> first = new ArrayList<>(troubles.subList(0, Math.min(SHOWN, troubles.size())));
        if (troubles.size() > SHOWN) {
            first.add("and " + (troubles.size() - SHOWN) + " more");
        }
        return first;
    }
}
