package by.belparcel.eventing.edge.call;

import org.jspecify.annotations.Nullable;

/**
 * Position of a request in a trace (W3C trace context) and its correlation.
 *
 * @param traceId 32 lower-case hex digits
 * @param spanId 16 lower-case hex digits: the span of this request
 * @param parentSpanId span of the caller, absent when the trace starts here
 * @param sampled flag of the caller, true when the trace starts here
 */
public record Trace(
        String traceId,
        String spanId,
        @Nullable String parentSpanId,
        boolean sampled,
        @Nullable String tracestate,
        String correlationId) {

    /** What goes to whatever this request causes. */
    public String traceparent() {
        return "00-" + traceId + '-' + spanId + (sampled ? "-01" : "-00");
    }

    /** The trace id in the form of the header {@code X-Trace-ID}. */
    public String traceUuid() {
        return traceId.substring(0, 8)
                + '-'
                + traceId.substring(8, 12)
                + '-'
                + traceId.substring(12, 16)
                + '-'
                + traceId.substring(16, 20)
                + '-'
                + traceId.substring(20);
    }

    /** The same request continuing another trace: that of the event in its body. */
    public Trace continuing(String otherTraceId, String parent, boolean otherSampled, @Nullable String state) {
        return new Trace(otherTraceId, spanId, parent, otherSampled, state, correlationId);
    }

    public Trace withCorrelation(String other) {
        return new Trace(traceId, spanId, parentSpanId, sampled, tracestate, other);
    }
}
