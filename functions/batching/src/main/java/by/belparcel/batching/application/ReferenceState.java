package by.belparcel.batching.application;

import by.belparcel.batching.model.Place;
import by.belparcel.batching.model.PlaceStatus;
import by.belparcel.kernel.GeoPoint;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the state that {@code reference.updated} carries. */
final class ReferenceState {

    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");

    private ReferenceState() {}

    /** Empty for a kind that batches do not need; throws when a field is missing or of another type. */
    static Optional<Place> read(String kind, String id, Map<String, Object> state) {
        return switch (kind) {
            case "warehouse" -> Optional.of(warehouse(id, state));
            case "pvz" -> Optional.of(pvz(id, state));
            default -> Optional.empty();
        };
    }

    private static Place warehouse(String id, Map<String, Object> state) {
        return new Place(
                id,
                Place.Kind.WAREHOUSE,
                at(state),
                false,
                flag(state, "is_active") ? PlaceStatus.OPEN : PlaceStatus.CLOSED,
                ((List<?>) value(state, "cutoffs"))
                        .stream().map(time -> LocalTime.parse((String) time)).toList(),
                ZoneId.of((String) value(state, "timezone")));
    }

    private static Place pvz(String id, Map<String, Object> state) {
        return new Place(
                id,
                Place.Kind.PVZ,
                at(state),
                flag(state, "is_hub"),
                PlaceStatus.valueOf((String) value(state, "status")),
                List.of(),
                MINSK);
    }

    private static GeoPoint at(Map<String, Object> state) {
        return new GeoPoint(((Number) value(state, "lat")).doubleValue(), ((Number) value(state, "lng")).doubleValue());
    }

    private static boolean flag(Map<String, Object> state, String name) {
        return (Boolean) value(state, name);
    }

    private static Object value(Map<String, Object> state, String name) {
        return Objects.requireNonNull(state.get(name), name);
    }
}
