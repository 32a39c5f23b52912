package by.belparcel.eventing.testkit;

import by.belparcel.eventing.handling.Principal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisteringContractIT extends CommandHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("parcels");

    @BeforeEach
    void forgetKeys() {
        POSTGRES.database().execute("truncate eventing.idempotency");
    }

    @Override
    protected FunctionHarness harness() {
        return FunctionHarness.of(POSTGRES.database(), new ParcelsFunctions());
    }

    @Override
    protected String function() {
        return "registerParcel";
    }

    @Override
    protected Principal caller() {
        return Principals.shop("s1");
    }

    @Override
    protected Object body() {
        return Map.of("shop_id", "s1", "weight", 10);
    }

    @Override
    protected Object otherBody() {
        return Map.of("shop_id", "s1", "weight", 11);
    }
}
