package by.belparcel.operations.application;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.PathId;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;

/**
 * Whether an event can go through the outbox again: it takes ids that are UUIDs and JSON of at most 64 KiB without NUL
 * characters. A dead letter that never could have come from it is edited or discarded.
 */
final class Resending {

    private static final int DATA_LIMIT = 64 * 1024;

    private Resending() {}

    static boolean isPossible(EventEnvelope event) {
        byte[] data = event.data();
        return PathId.read(event.metadata().id()).isPresent()
                && data.length > 0
                && data.length <= DATA_LIMIT
                && isJson(data)
                && isStorable(data);
    }

    /** PostgreSQL keeps no NUL in JSON, not even an escaped one. */
    static boolean isStorable(byte[] json) {
        return !new String(json, StandardCharsets.UTF_8).contains("\\u0000");
    }

    private static boolean isJson(byte[] data) {
        try {
            return !Json.mapper().readTree(data).isMissingNode();
        } catch (JacksonException e) {
            return false;
        }
    }
}
