package by.belparcel.runner.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class MetricsStoreTest {

    private static final String ONE = """
            # HELP orders_total Orders placed.
            # TYPE orders_total counter
            orders_total{kind="a{b}",} 3
            orders_total{kind="c"} 1
            # TYPE wait_seconds histogram
            wait_seconds_bucket{le="+Inf"} 4
            wait_seconds_sum 0.5
            wait_seconds_count 4
            # TYPE pool gauge
            pool 7 1700000000
            nonsense
            """;

    private final MetricsStore store = new MetricsStore();

    @Test
    void sumsInstancesAndNamesTheService() {
        store.update("orders", "orders-1", ONE);
        store.update("orders", "orders-2", ONE);
        store.update("desk", "desk-1", "# TYPE orders_total counter\norders_total{kind=\"c\"} 5\n");
        assertThat(store.render(""))
                .contains("orders_total{service=\"orders\",kind=\"a{b}\"} 6\n")
                .contains("orders_total{service=\"desk\",kind=\"c\"} 5\n")
                .contains("wait_seconds_sum{service=\"orders\"} 1\n")
                .contains("pool{service=\"orders\"} 14\n")
                .containsOnlyOnce("# TYPE orders_total counter")
                .doesNotContain("nonsense");
    }

    @Test
    void keepsTheCountersOfEndedInstancesButNotTheirGauges() {
        store.update("orders", "orders-1", ONE);
        store.retain(Set.of());
        store.update("orders", "orders-2", ONE);
        assertThat(store.render(""))
                .contains("orders_total{service=\"orders\",kind=\"c\"} 2\n")
                .contains("wait_seconds_bucket{service=\"orders\",le=\"+Inf\"} 8\n")
                .contains("pool{service=\"orders\"} 7\n");
    }

    @Test
    void doesNotCountAnInstanceTwice() {
        store.update("orders", "orders-1", ONE);
        store.update("orders", "orders-1", ONE);
        assertThat(store.render("")).contains("orders_total{service=\"orders\",kind=\"c\"} 1\n");
    }
}
