package by.belparcel.pickuppoints.receiving;

import static by.belparcel.pickuppoints.BatchScene.lines;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pickuppoints.BatchScene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command keeps the contract of keys: one effect, the same answer, nothing left of a crash. */
class ReceiveBatchContractIT extends CommandHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private final BatchScene scene = BatchScene.at(POSTGRES.database());
    private List<String> orders = List.of();

    @Override
    protected FunctionHarness harness() {
        return scene.harness();
    }

    @Override
    protected String function() {
        return "receiveBatch";
    }

    @Override
    protected Principal caller() {
        return scene.counter().worker();
    }

    @Override
    protected Map<String, String> arrange() {
        List<String> ids = scene.aDeliveredBatch(2);
        orders = ids.subList(1, 3);
        return Map.of("id", ids.getFirst());
    }

    @Override
    protected Map<String, Object> body() {
        return Map.of("accepted", lines(orders));
    }

    @Override
    protected Map<String, Object> otherBody() {
        return Map.of("accepted", lines(orders.subList(0, 1)), "missing", lines(orders.subList(1, 2)));
    }
}
