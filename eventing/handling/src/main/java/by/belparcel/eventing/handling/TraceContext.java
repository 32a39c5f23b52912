package by.belparcel.eventing.handling;

import org.jspecify.annotations.Nullable;

/** W3C trace context of the current span; it goes into the events that the span causes. */
public record TraceContext(
        @Nullable String traceparent, @Nullable String tracestate) {

    /** No trace. */
    public static final TraceContext NONE = new TraceContext(null, null);
}
