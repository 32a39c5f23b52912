package by.belparcel.pickuppoints.counter;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pickuppoints.CounterScene;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every command at the counter keeps the contract of keys: one effect, the same answer, nothing left of a crash. */
class CommandContractsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private abstract static class Contract extends CommandHandlerContract {

        final CounterScene scene = CounterScene.at(POSTGRES.database());
        private final String function;
        private final Map<String, Object> body;
        private final Map<String, Object> otherBody;

        Contract(String function, Map<String, Object> body, Map<String, Object> otherBody) {
            this.function = function;
            this.body = body;
            this.otherBody = otherBody;
        }

        @Override
        protected FunctionHarness harness() {
            return scene.harness();
        }

        @Override
        protected String function() {
            return function;
        }

        @Override
        protected Principal caller() {
            return scene.worker();
        }

        @Override
        protected Map<String, String> arrange() {
            return Map.of("id", Long.toString(scene.accepted()));
        }

        @Override
        protected Object body() {
            return body;
        }

        @Override
        protected Object otherBody() {
            return otherBody;
        }
    }

    @Nested
    class Accept extends Contract {
        Accept() {
            super("acceptParcel", CounterScene.body(CounterScene.number()), CounterScene.body(CounterScene.number()));
        }

        @Override
        protected Map<String, String> arrange() {
            return Map.of();
        }
    }

    @Nested
    class Process extends Contract {

        private final long number = scene.accepted();

        Process() {
            super("processParcels", Map.of(), Map.of());
        }

        @Override
        protected Map<String, String> arrange() {
            return Map.of();
        }

        @Override
        protected Object body() {
            return Map.of("action", "ISSUE", "order_ids", List.of(number));
        }

        @Override
        protected Object otherBody() {
            return Map.of("action", "ISSUE", "user_id", 123, "order_ids", List.of(number));
        }
    }

    @Nested
    class Refuse extends Contract {
        Refuse() {
            super("refuseParcel", Map.of("reason", "wrong colour"), Map.of("reason", "wrong size"));
        }
    }

    @Nested
    class Extend extends Contract {
        Extend() {
            super("extendStorage", Map.of("days", 1), Map.of("days", 2));
        }
    }

    @Nested
    class Move extends Contract {
        Move() {
            super("moveParcel", Map.of("cell", "C-09-1"), Map.of("cell", "C-09-2"));
        }
    }

    @Nested
    class ToCourier extends Contract {
        ToCourier() {
            super("returnParcelToCourier", Map.of("courier_ref", "one"), Map.of("courier_ref", "two"));
        }

        @Override
        protected Map<String, String> arrange() {
            long number = scene.accepted();
            scene.age(number, Duration.ofDays(8));
            return Map.of("id", Long.toString(number));
        }
    }
}
