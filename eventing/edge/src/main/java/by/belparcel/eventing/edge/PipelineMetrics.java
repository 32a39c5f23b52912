package by.belparcel.eventing.edge;

import by.belparcel.eventing.edge.telemetry.Metrics;
import by.belparcel.eventing.inbox.InboxMetrics;
import java.time.Duration;

/** The pipelines' counters under the names of the quality catalogue. */
final class PipelineMetrics implements InboxMetrics {

    private final Metrics metrics;

    PipelineMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void delivered(String consumer, Delivery result) {
        String label = switch (result) {
            case APPLIED -> "applied";
            case DUPLICATE -> "duplicate";
            case IGNORED -> "ignored";
            case POISON -> "poison";
            case RETRY -> "retry";
            case PARKED -> "parked";
        };
        metrics.count("belparcel_inbox_total", "handler", consumer, "result", label);
    }

    @Override
    public void key(String function, Key result) {
        String label = switch (result) {
            case NEW -> "new";
            case REPLAYED -> "replay";
            case IN_PROGRESS -> "conflict";
            case MISMATCH -> "mismatch";
        };
        metrics.count("belparcel_idempotency_total", "result", label);
    }

    @Override
    public void lag(String consumer, Duration lag) {
        metrics.observe(
                "belparcel_event_lag_seconds", Math.max(0, lag.toSeconds() + lag.getNano() / 1e9), "handler", consumer);
    }
}
