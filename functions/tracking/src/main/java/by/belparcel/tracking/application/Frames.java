package by.belparcel.tracking.application;

import by.belparcel.kernel.SignalStatus;
import by.belparcel.tracking.model.Latest;
import java.time.Instant;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What live clients are told. */
final class Frames {

    private Frames() {}

    static ObjectNode position(Latest latest, SignalStatus status) {
        ObjectNode frame = object();
        frame.put("lat", latest.lat()).put("lng", latest.lng()).put("accuracy", latest.accuracyM());
        if (latest.heading() != null) {
            frame.put("heading", latest.heading());
        }
        if (latest.speedMps() != null) {
            frame.put("speed", latest.speedMps());
        }
        if (latest.mock()) {
            frame.put("mock", true);
        }
        return frame.put("device_time", latest.deviceTime().toString())
                .put("status", status.name())
                .put("quality", latest.quality().name());
    }

    static ObjectNode status(SignalStatus status, Instant lastSeen, Instant at) {
        return object().put("status", status.name())
                .put("last_seen", lastSeen.toString())
                .put("at", at.toString());
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
