package by.belparcel.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PaymentEvent;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CapturePaymentOnOrderConfirmedIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private final Shop shop = Shop.of(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return shop.harness();
    }

    @Override
    protected String function() {
        return "capturePaymentOnOrderConfirmed";
    }

    @Override
    protected DomainEvent arrange() {
        return Shop.confirmed(shop.order(PaymentMethod.SHOP_ACCOUNT, 900));
    }

    @Test // rule 3, I5
    void takesTheMoneyOfACardOnceAndBooksIt() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);
        shop.confirm(order);

        assertThat(shop.state(order)).isEqualTo("CAPTURED");
        assertThat(shop.atProvider(order)).isEqualTo("CAPTURED:900");
        assertThat(POSTGRES.database()
                        .rows(
                                "select account, amount_minor from payments.ledger where payment_id = ?::uuid order by seq",
                                shop.payment(order)))
                .containsExactly(List.of("clearing:fake", "900"), List.of("revenue:delivery", "-900"));
        assertThat(harness().emitted(PaymentEvent.Captured.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .hasSize(1);
        assertThat(POSTGRES.database()
                        .texts("select status from eventing.timers where subject = ?", shop.payment(order)))
                .containsExactly("CANCELLED");
    }

    @Test // rule 3
    void debitsTheAccountOfTheShop() {
        String order = shop.capturedOrder(PaymentMethod.SHOP_ACCOUNT, 900);

        assertThat(POSTGRES.database()
                        .text(
                                "select account from payments.ledger where payment_id = ?::uuid and amount_minor > 0",
                                shop.payment(order)))
                .isEqualTo("receivable:shop:" + Shop.ID);
    }

    @Test // rule 3, rule 10
    void waitsForThePickUpWhenItIsPaidThere() {
        String order = shop.capturedOrder(PaymentMethod.PAY_ON_PICKUP, 900);

        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
    }

    @Test // rule 11, .15
    void saysThatTheProviderRefused() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 915);

        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
        assertThat(harness().emitted(PaymentEvent.CaptureFailed.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .extracting(PaymentEvent.CaptureFailed::code)
                .containsExactly("PROVIDER_ERROR");
    }

    @Test // 2.4: capture after expiry
    void authorizesOnceMoreWhenTheAuthorizationRanOut() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 900);
        POSTGRES.database()
                .execute(
                        "update provider_sim.charges set expires_at = now() - interval '1 hour' where id = ?",
                        shop.payment(order));

        shop.confirm(order);
        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
        shop.makeDue();
        Timer.fire(harness(), "askProviderOnTimerFired", "payment.query", shop.payment(order));

        assertThat(shop.state(order)).isEqualTo("CAPTURED");
        assertThat(shop.atProvider(order)).isEqualTo("AUTHORIZED:0,CAPTURED:900");
    }

    @Test
    void doesNothingForAnOrderWithoutPayment() {
        shop.confirm(Shop.newId());

        assertThat(shop.ledgerSum()).isZero();
    }
}
