package by.belparcel.eventing.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import by.belparcel.eventing.edge.call.Refused;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Settings;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {

    private static final HttpRoute ISSUE =
            new HttpRoute("POST", "/pvz/v1/orders:process", "issue", HttpRoute.KIB_64, Set.of());
    private static final HttpRoute ORDERS = new HttpRoute("POST", "/orders", "place", HttpRoute.KIB_64, Set.of());

    private static Principal worker(String subject) {
        return new Principal(subject, Set.of("pvz_worker"), Map.of(), "token-" + subject);
    }

    private static RateLimits limits(String... settings) {
        return RateLimits.from(new Settings(
                settings.length == 0 ? Map.of() : Map.of(settings[0], settings[1], "ENVIRONMENT", "development")));
    }

    private static int taken(RateLimits limits, HttpRoute route, String handler, String subject, String address) {
        for (int i = 0; i < 100; i++) {
            try {
                assertThat(limits.take(worker(subject), address, route, handler).perSecond())
                        .isPositive();
            } catch (Refused full) {
                return i;
            }
        }
        return 100;
    }

    @Test // pickup-points.md 3.4: the 6th call in a second
    void refusesTheSixthCallOfAHandlerByATerminal() {
        RateLimits limits = limits();

        assertThat(taken(limits, ISSUE, "processOrders", "anna", "10.0.0.1")).isEqualTo(5);
        assertThat(taken(limits, ISSUE, "acceptOrder", "anna", "10.0.0.1")).isEqualTo(5);
        assertThat(taken(limits, ISSUE, "processOrders", "anna", "10.0.0.2")).isEqualTo(5);
        assertThat(taken(limits, ISSUE, "processOrders", "ivan", "10.0.0.1")).isEqualTo(5);
    }

    @Test
    void tellsWhenToComeAgainAndOfWhichLimit() {
        RateLimits limits = limits();
        assertThat(taken(limits, ISSUE, "processOrders", "anna", "10.0.0.1")).isEqualTo(5);

        Refused refused = Objects.requireNonNull(catchThrowableOfType(
                Refused.class, () -> limits.take(worker("anna"), "10.0.0.1", ISSUE, "processOrders")));

        assertThat(refused.refusal().rejection().code()).isEqualTo("RATE_LIMITED");
        assertThat(refused.refusal().headers())
                .containsEntry("retry-after", "1")
                .containsEntry("ratelimit", "\"handler\";r=0;t=1")
                .containsEntry("ratelimit-policy", "\"handler\";q=5;w=1");
    }

    @Test
    void countsOtherPathsPerCallerOnly() {
        assertThat(taken(limits(), ORDERS, "placeOrder", "anna", "10.0.0.1")).isBetween(40, 50);
    }

    @Test // the bucket grows, the rate does not
    void takesALargerBucket() {
        assertThat(taken(limits("BELPARCEL_PVZ_RATE", "10"), ISSUE, "processOrders", "anna", "10.0.0.1"))
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"4", "11", "0", "-1"})
    void refusesOtherRatesInProduction(String rate) {
        Settings settings = new Settings(Map.of("BELPARCEL_PVZ_RATE", rate, "ENVIRONMENT", "production"));

        assertThatThrownBy(() -> RateLimits.from(settings)).hasMessageContaining("BELPARCEL_PVZ_RATE");
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "0, 0"})
    void allowsManyOrAnyElsewhere(String rate, int perSecond) {
        Settings settings = new Settings(Map.of("BELPARCEL_PVZ_RATE", rate, "ENVIRONMENT", "development"));

        assertThat(TerminalRate.from(settings).perSecond()).isEqualTo(perSecond);
        assertThat(TerminalRate.from(settings).limits("/pvz/v1/points")).isEqualTo(perSecond > 0);
    }
}
