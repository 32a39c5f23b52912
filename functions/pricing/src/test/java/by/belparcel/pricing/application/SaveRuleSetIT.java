package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pricing.PricingFixture;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class SaveRuleSetIT extends CommandHandlerContract {

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
        return "saveRuleSet";
    }

    @Override
    protected Principal caller() {
        return PricingFixture.ANALYST;
    }

    @Override
    protected Map<String, String> arrange() {
        subject = PricingFixture.newVersion();
        return Map.of();
    }

    @Override
    protected Object body() {
        return PricingFixture.flat(subject, 1);
    }

    @Override
    protected Object otherBody() {
        return PricingFixture.flat(subject, 2);
    }
}
