package by.belparcel.eventing.edge.telemetry;

import by.belparcel.eventing.edge.call.Trace;
import java.util.Map;

/**
 * A finished span.
 *
 * @param start nanoseconds since the epoch
 * @param end nanoseconds since the epoch
 */
public record Span(
        String name, Kind kind, Trace trace, long start, long end, Map<String, String> attributes, boolean failed) {

    /** Its role in a trace. */
    public enum Kind {
        SERVER,
        CONSUMER
    }
}
