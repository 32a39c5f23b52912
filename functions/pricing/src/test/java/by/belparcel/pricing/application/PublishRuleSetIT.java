package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pricing.PricingFixture;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class PublishRuleSetIT extends CommandHandlerContract {

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
        return "publishRuleSet";
    }

    @Override
    protected Principal caller() {
        return PricingFixture.ADMIN;
    }

    @Override
    protected Map<String, String> arrange() {
        subject = PricingFixture.aValidatedRuleSet(harness, 1);
        return Map.of("version", subject);
    }

    @Override
    protected Object body() {
        return Map.of("effective_from", "2100-01-01T00:00:00Z");
    }

    @Override
    protected Object otherBody() {
        return Map.of("effective_from", "2100-01-02T00:00:00Z");
    }
}
