package by.belparcel.eventing.edge.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finished spans on their way out. Requests only put a small record into a bounded queue; everything of OpenTelemetry is
 * loaded by the exporter, after the first answer.
 */
public final class Spans {

    private static final int MOST = 4_096;

    private final boolean on;
    private final Queue<Span> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Metrics metrics;

    public Spans(boolean on, Metrics metrics) {
        this.on = on;
        this.metrics = metrics;
    }

    public boolean isOn() {
        return on;
    }

    /** Keeps the span, or counts it as dropped when the exporter does not keep up. */
    public void add(Span span) {
        if (!span.trace().sampled()) {
            return;
        }
        if (size.incrementAndGet() > MOST) {
            size.decrementAndGet();
            metrics.count("belparcel_spans_dropped_total");
            return;
        }
        queue.add(span);
    }

    /** Takes what is there. */
    public List<Span> drain() {
        List<Span> spans = new ArrayList<>();
        for (Span span = queue.poll(); span != null; span = queue.poll()) {
            spans.add(span);
            size.decrementAndGet();
        }
        return spans;
    }
}
