package by.belparcel.app;

import by.belparcel.eventing.edge.telemetry.Metrics;
import by.belparcel.eventing.outbox.OutboxMetrics;
import java.time.Duration;

/** Shows the drain's figures at {@code /metrics}. */
final class OutboxFigures implements OutboxMetrics {

    private final Metrics metrics;

    OutboxFigures(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void published(int rows, Duration took) {
        metrics.add("belparcel_outbox_published_total", rows);
        metrics.observe("belparcel_outbox_publish_seconds", took.toNanos() / 1e9);
    }

    @Override
    public void parked(int keys, int dead) {
        metrics.add("belparcel_outbox_publish_errors_total", keys - dead, "reason", "parked");
        metrics.add("belparcel_outbox_publish_errors_total", dead, "reason", "dead");
    }

    @Override
    public void failed(Throwable failure) {
        metrics.count(
                "belparcel_outbox_publish_errors_total",
                "reason",
                failure.getClass().getSimpleName());
    }

    @Override
    public void chaos(String kind) {
        metrics.count("belparcel_chaos_injected_total", "kind", kind);
    }
}
