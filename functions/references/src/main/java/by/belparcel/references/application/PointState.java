package by.belparcel.references.application;

import by.belparcel.references.model.PickupPoint;
import by.belparcel.references.model.Place;
import by.belparcel.references.model.PvzStatus;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public state in {@code pvz.created} and {@code pvz.updated}. Names and addresses are not part of it. */
final class PointState {

    private static final String UNKNOWN_HOURS = "";

    private final Map<String, Object> state;

    private PointState(Map<String, Object> state) {
        this.state = state;
    }

    /** Empty when a field is missing or is something else. */
    static Optional<PointState> read(Map<String, Object> state) {
        boolean complete = state.get("code") instanceof String
                && state.get("lat") instanceof Number
                && state.get("lng") instanceof Number
                && state.get("is_hub") instanceof Boolean
                && state.get("capacity_parcels") instanceof Number
                && state.get("max_parcel_g") instanceof Number
                && state.get("services") instanceof List<?>
                && Arrays.stream(PvzStatus.values())
                        .anyMatch(status -> status.name().equals(state.get("status")));
        return complete ? Optional.of(new PointState(state)) : Optional.empty();
    }

    /** A point that is new here: until somebody writes its names here, it is called by its code. */
    PickupPoint point(String id) {
        String code = text("code");
        Place place = new Place(
                code,
                code,
                code,
                "",
                "",
                number("lat").doubleValue(),
                number("lng").doubleValue());
        return new PickupPoint(
                id,
                code,
                place,
                hub(),
                hubId(),
                UNKNOWN_HOURS,
                number("capacity_parcels").intValue(),
                number("max_parcel_g").intValue(),
                services(),
                status(),
                false,
                1);
    }

    /** The point with the named fields of this state. @param fields names as on the wire */
    PickupPoint onto(PickupPoint old, Collection<String> fields) {
        return new PickupPoint(
                old.id(),
                old.code(),
                old.place(),
                fields.contains("is_hub") ? hub() : old.hub(),
                fields.contains("hub_id") ? hubId() : old.hubId(),
                old.hours(),
                fields.contains("capacity_parcels") ? number("capacity_parcels").intValue() : old.capacityParcels(),
                fields.contains("max_parcel_g") ? number("max_parcel_g").intValue() : old.maxParcelG(),
                fields.contains("services") ? services() : old.services(),
                fields.contains("status") ? status() : old.status(),
                old.full(),
                old.version());
    }

    /** Names of the fields that {@link #onto} knows. */
    static List<String> fields() {
        return List.of("is_hub", "hub_id", "capacity_parcels", "max_parcel_g", "services", "status");
    }

    private boolean hub() {
        return Boolean.TRUE.equals(state.get("is_hub"));
    }

    private @Nullable String hubId() {
        return state.get("hub_id") instanceof String id ? id : null;
    }

    private List<String> services() {
        return state.get("services") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private PvzStatus status() {
        return PvzStatus.valueOf(text("status"));
    }

    private String text(String name) {
        return String.valueOf(state.get(name));
    }

    private Number number(String name) {
        return state.get(name) instanceof Number number ? number : 0;
    }
}
