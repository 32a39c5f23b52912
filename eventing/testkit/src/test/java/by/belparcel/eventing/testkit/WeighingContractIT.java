package by.belparcel.eventing.testkit;

import by.belparcel.eventing.envelope.DomainEvent;
import org.junit.jupiter.api.extension.RegisterExtension;

class WeighingContractIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("parcels");

    @Override
    protected FunctionHarness harness() {
        return FunctionHarness.of(POSTGRES.database(), new ParcelsFunctions());
    }

    @Override
    protected String function() {
        return "addWeightOnParcelWeighed";
    }

    @Override
    protected DomainEvent arrange() {
        return new ParcelEvent.Weighed("p1", 100, null);
    }
}
