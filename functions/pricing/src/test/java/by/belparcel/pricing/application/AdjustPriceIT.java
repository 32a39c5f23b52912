package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pricing.PricingFixture;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class AdjustPriceIT extends CommandHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pricing");

    private final FunctionHarness harness = PricingFixture.harness(POSTGRES.database());
    private String subject = "";

    @Override
    protected FunctionHarness harness() {
        return harness;
    }

    @Override
    protected String function() {
        return "adjustPrice";
    }

    @Override
    protected Principal caller() {
        return PricingFixture.ADMIN;
    }

    @Override
    protected Map<String, String> arrange() {
        var order = PricingFixture.order(PricingFixture.SHOP, 600, java.time.Instant.parse("2026-03-10T10:00:00Z"));
        harness.event("recordOrderOnOrderCreated", order, 1).status();
        subject = order.orderId();
        return Map.of();
    }

    @Override
    protected Object body() {
        return Map.of("order_id", subject, "amount", Map.of("amount", 5), "reason", "goodwill");
    }

    @Override
    protected Object otherBody() {
        return Map.of("order_id", subject, "amount", Map.of("amount", 6), "reason", "goodwill");
    }
}
