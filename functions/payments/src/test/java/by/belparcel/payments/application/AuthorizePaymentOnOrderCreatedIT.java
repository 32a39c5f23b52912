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
import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.PaymentsFunctions;
import by.belparcel.payments.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

class AuthorizePaymentOnOrderCreatedIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private final Shop shop = Shop.of(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return shop.harness();
    }

    @Override
    protected String function() {
        return "authorizePaymentOnOrderCreated";
    }

    /** Paid on pick-up: the provider's own book, which outlives our rollback by design, is not touched. */
    @Override
    protected DomainEvent arrange() {
        return Shop.created(Shop.newId(), PaymentMethod.PAY_ON_PICKUP, 900);
    }

    private <E extends PaymentEvent> List<E> emitted(by.belparcel.eventing.envelope.EventType<E> type, String order) {
        return harness().emitted(type).stream()
                .filter(e -> e.aggregateId().equals(shop.payment(order)))
                .toList();
    }

    @Test
    void reservesTheMoneyAndSaysSo() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 900);

        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
        assertThat(shop.atProvider(order)).isEqualTo("AUTHORIZED:0");
        PaymentEvent.Authorized event =
                emitted(PaymentEvent.Authorized.TYPE, order).getFirst();
        assertThat(event.amount()).isEqualTo(Money.byn(900));
        assertThat(event.authExpiresAt()).isNotNull();
        assertThat(POSTGRES.database().texts("select kind from eventing.timers where subject = ?", shop.payment(order)))
                .containsExactly("payment.auth-expiry");
    }

    @Test // rule 11, .13
    void declinesWhenTheProviderRefuses() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 913);

        assertThat(shop.state(order)).isEqualTo("DECLINED");
        assertThat(emitted(PaymentEvent.Declined.TYPE, order))
                .extracting(PaymentEvent.Declined::code)
                .containsExactly("INSUFFICIENT_FUNDS");
    }

    @Test // rule 1, rule 11, .14
    void isUnknownWithoutAnAnswerAndAsksAgain() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 914);

        assertThat(shop.state(order)).isEqualTo("UNKNOWN");
        assertThat(emitted(PaymentEvent.Unknown.TYPE, order)).hasSize(1);
        assertThat(POSTGRES.database().texts("select kind from eventing.timers where subject = ?", shop.payment(order)))
                .containsExactly("payment.query");
    }

    @Test // rule 10
    void asksNobodyForWhatIsPaidOnPickUpAndCountsTheGoods() {
        String order = Shop.newId();
        harness().event(function(), Shop.created(Shop.ID, order, PaymentMethod.PAY_ON_PICKUP, 600, 4_000), 1);

        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
        assertThat(shop.atProvider(order)).isEmpty();
        PaymentEvent.Authorized event =
                emitted(PaymentEvent.Authorized.TYPE, order).getFirst();
        assertThat(event.amount()).isEqualTo(Money.byn(4_600));
        assertThat(event.authExpiresAt()).isNull();
        assertThat(POSTGRES.database()
                        .number("select count(*) from eventing.timers where subject = ?", shop.payment(order)))
                .isZero();
    }

    @Test // 2.4: second order.created for the same order
    void makesOnePaymentPerOrder() {
        String order = shop.order(PaymentMethod.CARD_PREPAID, 900);

        harness().event(function(), Shop.created(order, PaymentMethod.CARD_PREPAID, 900), 1);

        assertThat(emitted(PaymentEvent.Authorized.TYPE, order)).hasSize(1);
        assertThat(POSTGRES.database()
                        .number("select count(*) from provider_sim.charges where id = ?", shop.payment(order)))
                .isEqualTo(1);
    }

    @Test // E-points: a crash between the provider's answer and our commit
    void asksWithTheSameKeyAfterACrash() {
        String order = Shop.newId();
        EventEnvelope event = TestEvents.envelope(Shop.created(order, PaymentMethod.CARD_PREPAID, 900), 1);
        EventRunner crashing = runner(h -> h.flatMap(done -> Mono.error(new IllegalStateException("crash"))));

        assertThat(crashing.deliver(event).status()).isEqualTo(503);
        assertThat(POSTGRES.database().number("select count(*) from payments.payments where order_id = ?::uuid", order))
                .isZero();
        harness().deliver(function(), event);

        assertThat(shop.state(order)).isEqualTo("AUTHORIZED");
        assertThat(POSTGRES.database()
                        .rows("select state, asked from provider_sim.charges where id = ?", shop.payment(order)))
                .containsExactly(List.of("AUTHORIZED", "2"));
    }

    @Test // compensation matrix: cancelled before we even heard of the order
    void voidsAtOnceWhenTheOrderIsAlreadyCancelled() {
        String order = Shop.newId();
        shop.cancel(order);

        harness().event(function(), Shop.created(order, PaymentMethod.CARD_PREPAID, 900), 1);

        assertThat(shop.state(order)).isEqualTo("VOIDED");
        assertThat(shop.atProvider(order)).isEqualTo("VOIDED:0");
        assertThat(emitted(PaymentEvent.Voided.TYPE, order)).hasSize(1);
    }

    @Test
    void declinesAMethodThatIsNotInUse() {
        FunctionHarness cardsOnly = FunctionHarness.of(
                POSTGRES.database(), new PaymentsFunctions(), Map.of("BELPARCEL_PAYMENTS_METHODS", "CARD_PREPAID"));
        String order = Shop.newId();

        cardsOnly.event(function(), Shop.created(order, PaymentMethod.SHOP_ACCOUNT, 900), 1);

        assertThat(shop.state(order)).isEqualTo("DECLINED");
        assertThat(emitted(PaymentEvent.Declined.TYPE, order).getFirst().code()).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test // rule 1: an outage is silence, not a refusal
    void isUnknownWhenTheProviderIsDown() {
        FunctionHarness outage = FunctionHarness.of(
                POSTGRES.database(), new PaymentsFunctions(), Map.of("BELPARCEL_PAYMENTS_SIMULATOR_OUTAGE", "true"));
        String order = Shop.newId();

        outage.event(function(), Shop.created(order, PaymentMethod.CARD_PREPAID, 900), 1);

        assertThat(shop.state(order)).isEqualTo("UNKNOWN");
    }
}
