package by.belparcel.eventing.edge.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends finished spans over OTLP/HTTP from its own thread, every few seconds and once more at the end. */
public final class SpanExport {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final String endpoint;
    private final Spans spans;
    private final Resource resource;
    private @Nullable Thread thread;

    /** @param endpoint base address of a collector, or the full address that ends with {@code /v1/traces} */
    public SpanExport(String endpoint, Spans spans, String service, String version, String environment) {
        String base = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        this.endpoint = base.endsWith("/v1/traces") ? base : base + "/v1/traces";
        this.spans = spans;
        this.resource = Resource.create(Attributes.builder()
                .put("service.name", service)
                .put("service.version", version)
                .put("deployment.environment.name", environment)
                .build());
    }

    public synchronized void start() {
        Thread made = new Thread(this::run, "spans");
        made.setDaemon(true);
        made.start();
        thread = made;
    }

    /** Sends what is left. */
    public void stop() {
        Thread running;
        synchronized (this) {
            running = thread;
            if (running == null) {
                running = new Thread(this::run, "spans");
                running.setDaemon(true);
                running.start();
                thread = running;
            }
        }
        running.interrupt();
        try {
            running.join(LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean last = false;
        try (SpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint)
                .setTimeout(LONGEST)
                .build()) {
            while (!last) {
                last = pauseOrEnd();
                send(exporter, spans.drain());
            }
        }
    }

    private static boolean pauseOrEnd() {
        try {
            TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void send(SpanExporter exporter, List<Span> finished) {
        if (finished.isEmpty()) {
            return;
        }
        List<SpanData> data = new ArrayList<>(finished.size());
        finished.forEach(span -> data.add(new ExportedSpan(span, resource, SCOPE)));
        exporter.export(data).join(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static final InstrumentationScopeInfo SCOPE = InstrumentationScopeInfo.create("by.belparcel.eventing.edge");
}
