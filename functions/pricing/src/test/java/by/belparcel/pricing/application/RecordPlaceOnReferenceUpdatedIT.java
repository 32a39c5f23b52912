package by.belparcel.pricing.application;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pricing.PricingFixture;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordPlaceOnReferenceUpdatedIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pricing");

    private final FunctionHarness harness = PricingFixture.harness(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return harness;
    }

    @Override
    protected String function() {
        return "recordPlaceOnReferenceUpdated";
    }

    @Override
    protected DomainEvent arrange() {
        return new by.belparcel.events.PlatformEvent.ReferenceUpdated(
                "pvz",
                java.util.UUID.randomUUID().toString(),
                1,
                java.util.List.of("lat"),
                java.util.Map.of("lat", 53.5, "lng", 27.5),
                java.time.Instant.EPOCH);
    }
}
