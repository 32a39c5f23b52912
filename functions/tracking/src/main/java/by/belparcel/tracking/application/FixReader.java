package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.tracking.model.Fix;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one fix. A place that is none is INVALID_FIX, whatever else is wrong VALIDATION_FAILED; other entries go on. */
final class FixReader {

    static final List<String> FIELDS = List.of(
            "lat",
            "lng",
            "accuracy_m",
            "speed_mps",
            "heading",
            "altitude",
            "battery",
            "is_moving",
            "source",
            "device_time",
            "seq",
            "mock");

    /** Read and ignored: the token says who, the server which trip. */
    static final List<String> IGNORED = List.of("carrier_id", "trip_id");

    private static final Set<String> SOURCES = Set.of("gps", "network", "manual");
    private static final double FASTEST_MPS = 1000;
    private static final double WORST_M = 1_000_000;
    private static final double HIGHEST_M = 100_000;

    private final Input input;
    private final int index;

    private FixReader(JsonNode json, int index) {
        this.input = Input.of(json);
        this.index = index;
    }

    static UploadItem read(JsonNode json, int index) {
        if (!json.isObject()) {
            return new UploadItem.Broken(
                    index, null, "VALIDATION_FAILED", List.of(FieldError.of("", "TYPE", "must be an object")));
        }
        return new FixReader(json, index).read();
    }

    private UploadItem read() {
        IGNORED.forEach(input::has);
        Double lat = degrees("lat");
        Double lng = degrees("lng");
        long seq = input.integer("seq", 0, Long.MAX_VALUE);
        Double accuracy = number("accuracy_m", 0, WORST_M);
        Double speed = number("speed_mps", 0, FASTEST_MPS);
        Double heading = number("heading", 0, 360);
        Double altitude = number("altitude", -HIGHEST_M, HIGHEST_M);
        Integer battery =
                input.optionalInteger("battery", 0, 100).map(Long::intValue).orElse(null);
        Boolean moving = input.has("is_moving") ? input.flag("is_moving", false) : null;
        boolean mock = input.flag("mock", false);
        String source = source();
        Optional<Instant> time = input.optionalInstant("device_time");
        if (!input.has("device_time")) {
            input.reject("device_time", "REQUIRED", "is required", null, null);
        }
        if (!input.has("accuracy_m")) {
            input.reject("accuracy_m", "REQUIRED", "is required", null, null);
        }
        if (lat == null || lng == null || !GeoPoint.isValid(lat, lng)) {
            return new UploadItem.Broken(
                    index, seq, "INVALID_FIX", List.of(FieldError.of("/lat", "PLACE", "must be a place on the globe")));
        }
        List<FieldError> problems = input.problems();
        if (!problems.isEmpty() || accuracy == null || time.isEmpty()) {
            return new UploadItem.Broken(index, seq, "VALIDATION_FAILED", problems);
        }
        return new UploadItem.Readable(
                index,
                new Fix(
                        "",
                        seq,
                        lat,
                        lng,
                        accuracy,
                        speed,
                        heading == null ? null : (int) Math.round(heading),
                        altitude,
                        battery,
                        moving,
                        source,
                        mock,
                        time.get(),
                        Instant.EPOCH));
    }

    private @Nullable Double degrees(String name) {
        return input.raw(name)
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble)
                .orElse(null);
    }

    private @Nullable Double number(String name, double min, double max) {
        Optional<JsonNode> node = input.raw(name);
        if (node.isEmpty()) {
            return null;
        }
        double value = node.get().isNumber() ? node.get().asDouble() : Double.NaN;
        if (value >= min && value <= max) {
            return value;
        }
        input.reject(name, "RANGE", "must be a number from " + min + " to " + max, min + ".." + max, null);
        return null;
    }

    private @Nullable String source() {
        String source = input.optionalText("source", 1, 20).orElse(null);
        if (source != null && !SOURCES.contains(source)) {
            input.reject(
                    "source", "ENUM", "must be one of the allowed values", List.of("gps", "network", "manual"), source);
        }
        return source;
    }
}
