package by.belparcel.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PaymentEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.PaymentsFunctions;
import by.belparcel.payments.Shop;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AskProviderOnTimerFiredIT {

    private static final String FUNCTION = "askProviderOnTimerFired";

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private final Shop shop = Shop.of(POSTGRES.database());

    private void fire(String order) {
        Timer.fire(shop.harness(), FUNCTION, Publishing.QUERY, shop.payment(order));
    }

    @Test // rule 1, .14
    void findsTheAnswerThatWasLost() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 914);

        shop.makeDue();
        fire(order);

        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
        assertThat(POSTGRES.database()
                        .number("select asked from provider_sim.charges where id = ?", shop.payment(order)))
                .isEqualTo(2);
    }

    @Test
    void isOnlyAHint() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 914);

        fire(order);

        assertThat(shop.state(order)).as("its time has not come").isEqualTo("UNKNOWN");
        Timer.fire(shop.harness(), FUNCTION, Publishing.QUERY, Shop.newId());
    }

    @Test // D20: through the durable timer itself
    void isWokenByTheTimerThatWasSet() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 914);
        shop.makeDue();

        shop.harness()
                .fireTimers(
                        Publishing.QUERY,
                        (id, kind, subject, due) -> new PlatformEvent.TimerFired(id, kind, subject, due, due));
        shop.harness().deliver();

        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
    }

    @Test // rule 1: three queries, then declined and let go
    void declinesWhenNobodyAnswersAndLetsGoOfWhatMayBeReserved() {
        FunctionHarness outage = FunctionHarness.of(
                POSTGRES.database(), new PaymentsFunctions(), Map.of("BELPARCEL_PAYMENTS_SIMULATOR_OUTAGE", "true"));
        String order = Shop.newId();
        outage.event("authorizePaymentOnOrderCreated", Shop.created(order, PaymentMethod.CARD_PREPAID, 900), 1);
        for (int i = 0; i < 3; i++) {
            assertThat(shop.state(order)).isEqualTo("UNKNOWN");
            shop.makeDue();
            Timer.fire(outage, FUNCTION, Publishing.QUERY, shop.payment(order));
        }
        assertThat(shop.state(order)).isEqualTo("DECLINED");
        assertThat(shop.harness().emitted(PaymentEvent.Declined.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .extracting(PaymentEvent.Declined::code)
                .containsExactly("PROVIDER_TIMEOUT");

        shop.makeDue();
        fire(order);
        assertThat(shop.atProvider(order))
                .as("the provider will refuse a late authorisation")
                .isEqualTo("VOIDED:0");
    }
}
