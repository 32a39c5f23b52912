package by.belparcel.tracking.stream.application;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.LiveFrame;
import by.belparcel.tracking.stream.application.FeedLog.Item;
import by.belparcel.tracking.stream.application.FeedLog.Picture;
import by.belparcel.tracking.stream.model.FeedKind;
import by.belparcel.tracking.stream.model.FeedRow;
import by.belparcel.tracking.stream.model.FeedRow.Owner;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of server frames. Cursors are base64url and codes are ours: neither needs escaping. */
final class Frames {

    private Frames() {}

    static LiveFrame hello(String cursor, long epoch, int heartbeatSeconds) {
        String json = "{\"type\":\"hello\",\"cursor\":\"" + cursor + "\",\"server_time\":\""
                + Instant.ofEpochSecond(epoch) + "\",\"heartbeat_s\":" + heartbeatSeconds + "}";
        return new LiveFrame("hello", json, cursor);
    }

    static LiveFrame resync() {
        return new LiveFrame("resync", "{\"type\":\"resync\"}", null);
    }

    static LiveFrame error(String code) {
        return new LiveFrame("error", "{\"type\":\"error\",\"code\":\"" + code + "\"}", null);
    }

    static LiveFrame snapshot(Picture picture, String cursor) {
        StringBuilder json =
                new StringBuilder(64 + picture.items().size() * 256).append("{\"type\":\"snapshot\",\"items\":[");
        String comma = "";
        for (Item item : picture.items()) {
            json.append(comma).append(item.json());
            comma = ",";
        }
        json.append("],\"cursor\":\"").append(cursor).append("\"}");
        return new LiveFrame("snapshot", json.toString(), cursor);
    }

    /** @param cursor where to resume after this frame, null when something older still waits */
    static LiveFrame delta(FeedRow row, @Nullable String cursor) {
        String end = cursor == null ? "}" : ",\"cursor\":\"" + cursor + "\"}";
        return new LiveFrame(row.kind().code(), row.json() + end, cursor);
    }

    /** A trip that this client must not or need not show any longer. */
    static FeedRow removal(String tripId) {
        String json = "{\"type\":\"removed\",\"trip_id\":" + Json.mapper().writeValueAsString(tripId);
        return new FeedRow(0, FeedKind.REMOVED, tripId, json, null, 0, 0, new Owner(null, List.of()), false);
    }
}
