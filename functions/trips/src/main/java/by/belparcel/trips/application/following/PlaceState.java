package by.belparcel.trips.application.following;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.model.Place;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the state that {@code reference.updated} carries. @param status OPEN, SUSPENDED or CLOSED */
record PlaceState(Place place, String status) {

    private static final List<String> STATUSES = List.of("OPEN", "SUSPENDED", "CLOSED");

    /** Empty for a kind that trips do not need; throws when a field is missing or of another type. */
    static Optional<PlaceState> read(String kind, String id, Map<String, Object> state) {
        return switch (kind) {
            case "warehouse" -> Optional.of(warehouse(id, state));
            case "pvz" -> Optional.of(point(id, state));
            default -> Optional.empty();
        };
    }

    private static PlaceState warehouse(String id, Map<String, Object> state) {
        boolean open = (Boolean) value(state, "is_active");
        List<LocalTime> cutoffs = ((List<?>) value(state, "cutoffs"))
                .stream().map(time -> LocalTime.parse((String) time)).toList();
        Place place =
                new Place(id, Place.Kind.WAREHOUSE, (String) value(state, "code"), at(state), open, cutoffs, null);
        return new PlaceState(place, open ? "OPEN" : "CLOSED");
    }

    private static PlaceState point(String id, Map<String, Object> state) {
        String status = (String) value(state, "status");
        if (!STATUSES.contains(status)) {
            throw new IllegalArgumentException(status);
        }
        Place place = new Place(
                id, Place.Kind.PVZ, (String) value(state, "code"), at(state), status.equals("OPEN"), List.of(), (String)
                        state.get("hours"));
        return new PlaceState(place, status);
    }

    private static GeoPoint at(Map<String, Object> state) {
        return new GeoPoint(((Number) value(state, "lat")).doubleValue(), ((Number) value(state, "lng")).doubleValue());
    }

    private static Object value(Map<String, Object> state, String name) {
        return Objects.requireNonNull(state.get(name), name);
    }
}
