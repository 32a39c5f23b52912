package by.belparcel.eventing.edge.live;

import by.belparcel.eventing.envelope.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The first message of a client that did not send its ticket in the handshake. */
final class TicketFrame {

    private TicketFrame() {}

    /** The ticket, null when the text is anything else. */
    static @Nullable String read(String text) {
        JsonNode frame;
        try {
            frame = Json.mapper().readTree(text);
        } catch (JacksonException e) {
            return null;
        }
        boolean ticket = frame != null
                && frame.isObject()
                && frame.path("type").isString()
                && frame.path("type").asString().equals("ticket")
                && frame.path("ticket").isString();
        return ticket ? frame.path("ticket").asString() : null;
    }
}
