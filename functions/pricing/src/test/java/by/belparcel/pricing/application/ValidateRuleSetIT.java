package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pricing.PricingFixture;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class ValidateRuleSetIT extends CommandHandlerContract {

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
        return "validateRuleSet";
    }

    @Override
    protected Principal caller() {
        return PricingFixture.ANALYST;
    }

    @Override
    protected Map<String, String> arrange() {
        subject = PricingFixture.newVersion();
        PricingFixture.save(harness, PricingFixture.flat(subject, 1)).status();
        return Map.of("version", subject);
    }

    @Override
    protected Object body() {
        return "";
    }

    @Override
    protected Object otherBody() {
        return "";
    }
}
