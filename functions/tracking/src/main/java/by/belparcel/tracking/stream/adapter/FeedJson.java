package by.belparcel.tracking.stream.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.tracking.stream.model.FeedKind;
import by.belparcel.tracking.stream.model.FeedRow;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows of the feed as frames. Only named keys of a payload leave the process: a telephone number never does (S-128). */
final class FeedJson {

    private static final Map<FeedKind, List<String>> KEYS = new EnumMap<>(Map.of(
            FeedKind.POSITION,
            List.of("lat", "lng", "heading", "speed", "accuracy", "device_time", "status", "seq", "quality", "mock"),
            FeedKind.STATUS,
            List.of("status", "last_seen", "at"),
            FeedKind.TRIP,
            List.of(
                    "number",
                    "state",
                    "carrier_id",
                    "pvz_ids",
                    "eta_at",
                    "eta_quality",
                    "delay_min",
                    "next_stop",
                    "stops",
                    "planned_line"),
            FeedKind.ALERT,
            List.of("alert_id", "kind", "severity", "state", "at", "details"),
            FeedKind.REMOVED,
            List.of("reason", "at")));

    private FeedJson() {}

    static FeedRow row(long xid, FeedKind kind, String tripId, String payload, FeedRow.Owner owner, boolean inTransit) {
        JsonNode given = Json.mapper().readTree(payload);
        ObjectNode frame = Json.mapper().createObjectNode();
        frame.put("type", kind.code());
        frame.put("trip_id", tripId);
        for (String key : KEYS.getOrDefault(kind, List.of())) {
            if (given.has(key)) {
                frame.set(key, given.get(key));
            }
        }
        if (kind == FeedKind.POSITION && !frame.has("status")) {
            frame.put("status", "LIVE");
        }
        String text = Json.mapper().writeValueAsString(frame);
        return new FeedRow(
                xid,
                kind,
                tripId,
                text.substring(0, text.length() - 1),
                point(given),
                given.path("seq").asLong(0),
                millis(given.path("device_time")),
                owner,
                inTransit);
    }

    private static FeedRow.@Nullable Point point(JsonNode given) {
        return given.path("lat").isNumber() && given.path("lng").isNumber()
                ? new FeedRow.Point(
                        given.path("lat").asDouble(), given.path("lng").asDouble())
                : null;
    }

    private static long millis(JsonNode time) {
        try {
            return time.isString() ? Instant.parse(time.asString()).toEpochMilli() : 0;
        } catch (DateTimeParseException e) {
            return 0;
        }
    }
}
