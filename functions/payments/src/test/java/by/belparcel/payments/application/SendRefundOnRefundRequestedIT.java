package by.belparcel.payments.application;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PaymentEvent;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.Shop;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendRefundOnRefundRequestedIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private final Shop shop = Shop.of(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return shop.harness();
    }

    @Override
    protected String function() {
        return "sendRefundOnRefundRequested";
    }

    @Override
    protected DomainEvent arrange() {
        String order = shop.capturedOrder(PaymentMethod.SHOP_ACCOUNT, 900);
        shop.cancel(order);
        return harness().emitted(PaymentEvent.RefundRequested.TYPE).getLast();
    }
}
