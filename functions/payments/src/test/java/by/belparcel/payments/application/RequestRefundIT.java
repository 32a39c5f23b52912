package by.belparcel.payments.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.Shop;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class RequestRefundIT extends CommandHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private final Shop shop = Shop.of(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return shop.harness();
    }

    @Override
    protected String function() {
        return "requestRefund";
    }

    @Override
    protected Principal caller() {
        return Principals.admin();
    }

    @Override
    protected Object body() {
        return "{\"amount\":{\"amount\":100,\"currency\":\"BYN\"},\"reason\":\"damaged\"}";
    }

    @Override
    protected Object otherBody() {
        return "{\"amount\":{\"amount\":200,\"currency\":\"BYN\"},\"reason\":\"damaged\"}";
    }

    @Override
    protected Map<String, String> arrange() {
        return Map.of("id", shop.payment(shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900)));
    }
}
