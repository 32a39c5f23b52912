package by.belparcel.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EndAuthorizationOnTimerFiredIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private final Shop shop = Shop.of(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return shop.harness();
    }

    @Override
    protected String function() {
        return "endAuthorizationOnTimerFired";
    }

    @Override
    protected DomainEvent arrange() {
        return Timer.fired(Publishing.AUTH_EXPIRY, shop.payment(shop.order(PaymentMethod.SHOP_ACCOUNT, 900)));
    }

    @Test // delivery.md section 8: capture if confirmed, else void
    void letsGoOfMoneyThatNobodyConfirmed() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 900);

        Timer.fire(harness(), function(), Publishing.AUTH_EXPIRY, shop.payment(order));

        assertThat(shop.state(order)).isEqualTo("VOIDED");
    }

    @Test
    void leavesTakenMoneyAlone() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);

        Timer.fire(harness(), function(), Publishing.AUTH_EXPIRY, shop.payment(order));

        assertThat(shop.state(order)).isEqualTo("CAPTURED");
    }
}
