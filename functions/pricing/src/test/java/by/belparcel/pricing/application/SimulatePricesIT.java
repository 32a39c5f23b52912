package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pricing.PricingFixture;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatePricesIT extends CommandHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pricing");

    private final FunctionHarness harness = PricingFixture.harness(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return harness;
    }

    @Override
    protected String function() {
        return "simulatePrices";
    }

    @Override
    protected Principal caller() {
        return PricingFixture.ANALYST;
    }

    @Override
    protected Map<String, String> arrange() {
        return Map.of();
    }

    @Override
    protected Object body() {
        return Map.of("from", "2026-03-01T00:00:00Z", "to", "2026-03-02T00:00:00Z", "ruleset", "2026-01-01.1");
    }

    @Override
    protected Object otherBody() {
        return Map.of("from", "2026-03-01T00:00:00Z", "to", "2026-03-03T00:00:00Z", "ruleset", "2026-01-01.1");
    }
}
