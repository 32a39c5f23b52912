package by.belparcel.orders.application;

import by.belparcel.orders.model.PickupPoint;
import by.belparcel.orders.model.Warehouse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the state that {@code reference.updated} carries. */
final class ReferenceState {

    private ReferenceState() {}

    /** Empty for a kind that orders do not need; throws when a field is missing or of another type. */
    static Optional<PlaceUpdate> read(String kind, String id, long version, Map<String, Object> state) {
        return switch (kind) {
            case "warehouse" ->
                Optional.of(new PlaceUpdate.OfWarehouse(
                        new Warehouse(id, degrees(state, "lat"), degrees(state, "lng"), flag(state, "is_active")),
                        version));
            case "pvz" ->
                Optional.of(new PlaceUpdate.OfPickupPoint(
                        new PickupPoint(
                                id,
                                text(state, "code"),
                                degrees(state, "lat"),
                                degrees(state, "lng"),
                                PickupPoint.Status.valueOf(text(state, "status")),
                                flag(state, "is_full"),
                                number(state, "max_parcel_g").intValue()),
                        version));
            case "shop" -> Optional.of(new PlaceUpdate.OfShop(id, flag(state, "is_active"), version));
            default -> Optional.empty();
        };
    }

    private static String text(Map<String, Object> state, String name) {
        return (String) value(state, name);
    }

    private static boolean flag(Map<String, Object> state, String name) {
        return (Boolean) value(state, name);
    }

    private static double degrees(Map<String, Object> state, String name) {
        return number(state, name).doubleValue();
    }

    private static Number number(Map<String, Object> state, String name) {
        return (Number) value(state, name);
    }

    private static Object value(Map<String, Object> state, String name) {
        return Objects.requireNonNull(state.get(name), name);
    }
}
