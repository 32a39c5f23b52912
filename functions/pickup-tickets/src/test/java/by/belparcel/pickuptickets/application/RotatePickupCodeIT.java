package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pickuptickets.Desk;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class RotatePickupCodeIT extends CommandHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup-tickets");

    private final Desk desk = Desk.of(POSTGRES.database());
    private String order = Desk.newId();

    @Override
    protected FunctionHarness harness() {
        return desk.harness();
    }

    @Override
    protected String function() {
        return "rotatePickupCode";
    }

    @Override
    protected Principal caller() {
        return Desk.clientOf(order);
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
        order = desk.active();
        return Map.of("id", order);
    }
}
