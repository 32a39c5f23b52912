package by.belparcel.eventing.handling;

import org.jspecify.annotations.Nullable;

/**
 * A frame to the client.
 *
 * @param type name of the event in server-sent events
 * @param json the whole frame
 * @param cursor where a client that has seen this frame may resume: the event's id in server-sent events
 */
public record LiveFrame(String type, String json, @Nullable String cursor) {}
