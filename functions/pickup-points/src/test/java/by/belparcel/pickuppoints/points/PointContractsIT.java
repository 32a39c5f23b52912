package by.belparcel.pickuppoints.points;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.pickuppoints.CounterScene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every command on points with a key keeps the contract of keys. The end-of-day list has no effect to repeat. */
class PointContractsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private abstract static class Contract extends CommandHandlerContract {

        final PointScene scene = new PointScene(POSTGRES.database());
        private final String function;

        Contract(String function) {
            this.function = function;
        }

        @Override
        protected FunctionHarness harness() {
            return scene.counter().harness();
        }

        @Override
        protected String function() {
            return function;
        }

        @Override
        protected Principal caller() {
            return Principals.admin();
        }

        @Override
        protected Map<String, String> arrange() {
            return Map.of("id", scene.created());
        }

        @Override
        protected Object body() {
            return Map.of("reason", "water pipe");
        }

        @Override
        protected Object otherBody() {
            return Map.of("reason", "fire alarm");
        }
    }

    @Nested
    class CreatePointContract extends Contract {

        private final Map<String, Object> body = PointScene.body();

        CreatePointContract() {
            super("createPoint");
        }

        @Override
        protected Map<String, String> arrange() {
            return Map.of();
        }

        @Override
        protected Object body() {
            return body;
        }

        @Override
        protected Object otherBody() {
            return PointScene.body();
        }
    }

    @Nested
    class SuspendPointContract extends Contract {
        SuspendPointContract() {
            super("suspendPoint");
        }
    }

    @Nested
    class ClosePointContract extends Contract {
        ClosePointContract() {
            super("closePoint");
        }
    }

    @Nested
    class ResumePointContract extends Contract {
        ResumePointContract() {
            super("resumePoint");
        }

        @Override
        protected Map<String, String> arrange() {
            String id = scene.created();
            scene.at("suspendPoint", id, Principals.admin(), Map.of("reason", "water pipe"));
            return Map.of("id", id);
        }
    }

    @Nested
    class ImportParcelsContract extends Contract {

        private final Map<String, Object> row = CounterScene.body(CounterScene.number());

        ImportParcelsContract() {
            super("importParcels");
        }

        @Override
        protected Principal caller() {
            return scene.counter().worker();
        }

        @Override
        protected Map<String, String> arrange() {
            return Map.of();
        }

        @Override
        protected Object body() {
            return Map.of("orders", List.of(row));
        }

        @Override
        protected Object otherBody() {
            return Map.of("orders", List.of(CounterScene.body(CounterScene.number())));
        }
    }
}
