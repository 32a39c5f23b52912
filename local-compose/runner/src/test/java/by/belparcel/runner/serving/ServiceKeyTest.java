package by.belparcel.runner.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class ServiceKeyTest {

    @Test
    void readsAClusterAddress() {
        assertThat(ServiceKey.of(URI.create("http://orders-events.belparcel.svc.cluster.local/events/x")))
                .contains(new ServiceKey("belparcel", "orders-events"));
    }

    @Test
    void leavesOtherAddressesAlone() {
        assertThat(ServiceKey.of(URI.create("http://localhost:8080/x"))).isEmpty();
        assertThat(ServiceKey.of(URI.create("http://svc.cluster.local/x"))).isEmpty();
        assertThat(ServiceKey.of(URI.create("http://alone.svc.cluster.local/x")))
                .isEmpty();
    }
}
