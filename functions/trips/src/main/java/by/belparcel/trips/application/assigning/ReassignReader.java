package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.model.assigning.Exclusion;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the body of {@code POST /trips/{id}/reassign}, and the same fields of an item of a bulk. */
public final class ReassignReader implements CommandReader<ReassignTrip> {

    private static final List<String> SOFT = Arrays.stream(Exclusion.values())
            .filter(Exclusion::isSoft)
            .map(Exclusion::name)
            .toList();

    @Override
    public ReassignTrip read(Input body, RequestParameters parameters) {
        ReassignTrip command = item(body);
        if (command.expectedVersion() == null
                && parameters.header("if-match").isEmpty()
                && !body.has("expected_version")) {
            body.reject("expected_version", "REQUIRED", "is required, here or as If-Match", null, null);
        }
        return command;
    }

    static ReassignTrip item(Input body) {
        return new ReassignTrip(
                body.uuid("new_carrier_id"),
                body.text("reason", 5, 500),
                body.optionalInteger("expected_version", 1, Long.MAX_VALUE).orElse(null),
                overrides(body),
                body.optionalObject("handover_place", ReassignReader::place)
                        .flatMap(place -> place)
                        .orElse(null));
    }

    private static Set<Exclusion> overrides(Input body) {
        Set<Exclusion> overrides = EnumSet.noneOf(Exclusion.class);
        for (String name : body.texts("override", 0, SOFT.size(), 40)) {
            if (SOFT.contains(name)) {
                overrides.add(Exclusion.valueOf(name));
            } else {
                body.reject("override", "ENUM", "names reasons that can be overridden", SOFT, name);
            }
        }
        return overrides;
    }

    private static Optional<GeoPoint> place(Input place) {
        @Nullable Double lat = degrees(place, "lat");
        @Nullable Double lng = degrees(place, "lng");
        if (lat == null || lng == null) {
            return Optional.empty();
        }
        if (!GeoPoint.isValid(lat, lng)) {
            place.reject("lat", "RANGE", "must be a place on earth", "-90..90, -180..180", null);
            return Optional.empty();
        }
        return Optional.of(new GeoPoint(lat, lng));
    }

    private static @Nullable Double degrees(Input place, String name) {
        Optional<JsonNode> node = place.raw(name);
        if (node.isPresent() && node.get().isNumber()) {
            return node.get().asDouble();
        }
        place.reject(name, node.isPresent() ? "TYPE" : "REQUIRED", "must be a number of degrees", null, null);
        return null;
    }
}
