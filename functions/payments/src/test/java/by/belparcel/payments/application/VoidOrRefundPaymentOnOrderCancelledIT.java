package by.belparcel.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.EventRunner;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestEvents;
import by.belparcel.events.PaymentEvent;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.Shop;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

class VoidOrRefundPaymentOnOrderCancelledIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private final Shop shop = Shop.of(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return shop.harness();
    }

    @Override
    protected String function() {
        return "voidOrRefundPaymentOnOrderCancelled";
    }

    @Override
    protected DomainEvent arrange() {
        return Shop.cancelled(shop.order(PaymentMethod.PAY_ON_PICKUP, 900));
    }

    @Test // rule 5, I4
    void voidsBeforeTheCapture() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 900);

        shop.cancel(order);

        assertThat(shop.state(order)).isEqualTo("VOIDED");
        assertThat(shop.atProvider(order)).isEqualTo("VOIDED:0");
        assertThat(harness().emitted(PaymentEvent.Voided.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .hasSize(1);
    }

    @Test // rule 5, rule 8, D28
    void refundsAfterTheCapture() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);

        shop.cancel(order);
        assertThat(shop.state(order)).isEqualTo("CAPTURED");
        harness().deliver();

        assertThat(shop.state(order)).isEqualTo("REFUNDED");
        assertThat(shop.ledgerSum()).isZero();
        assertThat(harness().emitted(PaymentEvent.Refunded.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .hasSize(1);
    }

    @Test // rule 11, .16: the provider had already captured
    void refundsWhenTheVoidComesTooLate() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 916);

        shop.cancel(order);
        harness().deliver();

        assertThat(shop.state(order)).isEqualTo("REFUNDED");
        assertThat(shop.atProvider(order)).isEqualTo("CAPTURED:916");
        assertThat(shop.ledgerSum()).isZero();
    }

    @Test // compensation matrix: in flight
    void remembersTheCancellationWhileTheAuthorizationIsUnknown() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 914);

        shop.cancel(order);
        assertThat(shop.state(order)).isEqualTo("UNKNOWN");
        shop.makeDue();
        Timer.fire(harness(), "askProviderOnTimerFired", "payment.query", shop.payment(order));

        assertThat(shop.state(order)).isEqualTo("VOIDED");
        assertThat(shop.atProvider(order)).isEqualTo("VOIDED:0");
    }

    @Test // E-points
    void losesNothingWhenItCrashesAfterTheVoid() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 900);
        EventEnvelope event = TestEvents.envelope(Shop.cancelled(order), 4);
        EventRunner crashing = runner(h -> h.flatMap(done -> Mono.error(new IllegalStateException("crash"))));

        assertThat(crashing.deliver(event).status()).isEqualTo(503);
        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
        assertThat(shop.atProvider(order)).isEqualTo("VOIDED:0");
        harness().deliver(function(), event);

        assertThat(shop.state(order)).isEqualTo("VOIDED");
    }

    @RepeatedTest(20) // R-104, I4: cancel while it is being authorised
    void leavesNoMoneyHoweverItMeetsTheAuthorization() {
        String order = Shop.newId();
        EventRunner authorize = EventRunner.of(harness(), "authorizePaymentOnOrderCreated");
        EventRunner cancel = EventRunner.of(harness(), function());

        Mono.when(
                        authorize.run(TestEvents.envelope(Shop.created(order, PaymentMethod.CARD_PREPAID, 900), 1)),
                        cancel.run(TestEvents.envelope(Shop.cancelled(order), 2)))
                .block();

        assertThat(shop.state(order)).isEqualTo("VOIDED");
        assertThat(shop.atProvider(order)).isEqualTo("VOIDED:0");
    }

    @RepeatedTest(20) // R-104, I4, I5: cancel while it is being captured
    void leavesNoMoneyHoweverItMeetsTheCapture() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 900);
        EventRunner capture = EventRunner.of(harness(), "capturePaymentOnOrderConfirmed");
        EventRunner cancel = EventRunner.of(harness(), function());

        Mono.when(
                        capture.run(TestEvents.envelope(Shop.confirmed(order), 3)),
                        cancel.run(TestEvents.envelope(Shop.cancelled(order), 4)))
                .block();
        harness().deliver();

        assertThat(shop.state(order)).isIn("VOIDED", "REFUNDED");
        assertThat(shop.atProvider(order)).isIn("VOIDED:0", "CAPTURED:900");
        assertThat(shop.ledgerSum()).isZero();
    }
}
