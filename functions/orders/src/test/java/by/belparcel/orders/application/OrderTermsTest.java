package by.belparcel.orders.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Settings;
import by.belparcel.kernel.ServiceClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderTermsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final OrderTerms terms = OrderTerms.from(new Settings(Map.of()));

    @Test
    void promisesByTheServiceClass() {
        assertThat(terms.promise(ServiceClass.NORMAL, null, NOW)).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(terms.promise(ServiceClass.EXPRESS, null, NOW)).isEqualTo("2026-11-21T08:00:00Z");
    }

    @Test
    void waitsForTheDesiredDayButDoesNotPromiseWhatIsTooSoon() {
        assertThat(terms.promise(ServiceClass.EXPRESS, LocalDate.parse("2026-11-30"), NOW))
                .isEqualTo("2026-11-30T17:00:00Z");
        assertThat(terms.promise(ServiceClass.NORMAL, LocalDate.parse("2026-11-20"), NOW))
                .isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void takesTermsFromSettings() {
        OrderTerms set = OrderTerms.from(new Settings(Map.of("BELPARCEL_ORDERS_PROMISE_NORMAL", "PT5H")));

        assertThat(set.promise(ServiceClass.NORMAL, null, NOW)).isEqualTo("2026-11-20T13:00:00Z");
    }
}
