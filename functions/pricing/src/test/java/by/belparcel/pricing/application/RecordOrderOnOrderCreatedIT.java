package by.belparcel.pricing.application;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pricing.PricingFixture;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordOrderOnOrderCreatedIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pricing");

    private final FunctionHarness harness = PricingFixture.harness(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return harness;
    }

    @Override
    protected String function() {
        return "recordOrderOnOrderCreated";
    }

    @Override
    protected DomainEvent arrange() {
        return PricingFixture.order(PricingFixture.SHOP, 600, java.time.Instant.parse("2026-03-10T10:00:00Z"));
    }
}
