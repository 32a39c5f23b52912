package by.belparcel.tracking.stream.application;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.tracking.stream.model.Bbox;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a client says, in the frames subscribe, unsubscribe and ping. */
final class Commands {

    private static final int MOST_TRIPS = 200;
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");
    private static final int BOX = 4;

    enum Kind {
        SUBSCRIBE,
        UNSUBSCRIBE,
        PING
    }

    /** @param trips null when not named */
    record Command(
            Kind kind,
            @Nullable Set<String> trips,
            @Nullable Bbox bbox) {}

    private Commands() {}

    /** Empty when it is nothing that a client may say. */
    static Optional<Command> read(String text) {
        JsonNode frame;
        try {
            frame = Json.mapper().readTree(text);
        } catch (JacksonException e) {
            return Optional.empty();
        }
        if (frame == null || !frame.isObject() || !frame.path("type").isString()) {
            return Optional.empty();
        }
        return switch (frame.path("type").asString()) {
            case "subscribe" -> interest(Kind.SUBSCRIBE, frame);
            case "unsubscribe" -> interest(Kind.UNSUBSCRIBE, frame);
            case "ping" -> Optional.of(new Command(Kind.PING, null, null));
            default -> Optional.empty();
        };
    }

    private static Optional<Command> interest(Kind kind, JsonNode frame) {
        Set<String> trips = null;
        if (frame.has("trips") && !frame.path("trips").isNull()) {
            trips = trips(frame.path("trips"));
            if (trips == null) {
                return Optional.empty();
            }
        }
        if (!frame.has("bbox") || frame.path("bbox").isNull()) {
            return Optional.of(new Command(kind, trips, null));
        }
        Set<String> wanted = trips;
        return bbox(frame.path("bbox")).map(box -> new Command(kind, wanted, box));
    }

    private static @Nullable Set<String> trips(JsonNode node) {
        if (!node.isArray() || node.size() > MOST_TRIPS) {
            return null;
        }
        Set<String> trips = new LinkedHashSet<>();
        for (JsonNode trip : node) {
            if (!trip.isString() || !ID.matcher(trip.asString()).matches()) {
                return null;
            }
            trips.add(trip.asString());
        }
        return trips;
    }

    private static Optional<Bbox> bbox(JsonNode node) {
        if (!node.isArray() || node.size() != BOX || !node.valueStream().allMatch(JsonNode::isNumber)) {
            return Optional.empty();
        }
        return Bbox.of(
                node.get(0).asDouble(),
                node.get(1).asDouble(),
                node.get(2).asDouble(),
                node.get(3).asDouble());
    }
}
