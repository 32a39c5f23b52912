package by.belparcel.eventing.edge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MetricsTest {

    @Test
    void writesPrometheusText() {
        Metrics metrics = new Metrics();
        metrics.count("belparcel_inbox_total", "handler", "a", "result", "applied");
        metrics.count("belparcel_inbox_total", "handler", "a", "result", "applied");
        metrics.gauge("belparcel_pool", () -> 3);
        metrics.observe("belparcel_seconds", 0.02, "command", "quoted \"name\"");

        assertThat(metrics.text())
                .contains(
                        "# TYPE belparcel_inbox_total counter\nbelparcel_inbox_total{handler=\"a\",result=\"applied\"} 2\n")
                .contains("# TYPE belparcel_pool gauge\nbelparcel_pool 3\n")
                .contains("belparcel_seconds_bucket{command=\"quoted \\\"name\\\"\",le=\"0.01\"} 0\n")
                .contains("belparcel_seconds_bucket{command=\"quoted \\\"name\\\"\",le=\"0.025\"} 1\n")
                .contains("belparcel_seconds_bucket{command=\"quoted \\\"name\\\"\",le=\"+Inf\"} 1\n")
                .contains("belparcel_seconds_sum{command=\"quoted \\\"name\\\"\"} 0.020000\n")
                .contains("belparcel_seconds_count{command=\"quoted \\\"name\\\"\"} 1\n");
    }
}
