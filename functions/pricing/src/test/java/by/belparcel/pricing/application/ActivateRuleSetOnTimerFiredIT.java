package by.belparcel.pricing.application;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pricing.PricingFixture;
import org.junit.jupiter.api.extension.RegisterExtension;

class ActivateRuleSetOnTimerFiredIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pricing");

    private final FunctionHarness harness = PricingFixture.harness(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return harness;
    }

    @Override
    protected String function() {
        return "activateRuleSetOnTimerFired";
    }

    @Override
    protected DomainEvent arrange() {
        return PricingFixture.fired(PricingFixture.aDueRuleSet(harness, 100));
    }
}
