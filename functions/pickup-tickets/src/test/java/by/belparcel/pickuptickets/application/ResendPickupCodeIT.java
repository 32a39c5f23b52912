package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.pickuptickets.Desk;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResendPickupCodeIT extends CommandHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup-tickets");

    private final Desk desk = Desk.of(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return desk.harness();
    }

    @Override
    protected String function() {
        return "resendPickupCode";
    }

    @Override
    protected Principal caller() {
        return Principals.operator();
    }

    @Override
    protected Object body() {
        return "{}";
    }

    @Override
    protected Object otherBody() {
        return "{}";
    }

    @Override
    protected Map<String, String> arrange() {
        return Map.of("id", desk.active());
    }
}
