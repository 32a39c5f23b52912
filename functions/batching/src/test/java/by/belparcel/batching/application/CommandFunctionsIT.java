package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.aBatchedOrder;
import static by.belparcel.batching.BatchFixture.aClosedBatch;
import static by.belparcel.batching.BatchFixture.openBatch;
import static by.belparcel.batching.BatchFixture.orders;

import by.belparcel.batching.BatchFixture;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every command of batching keeps the contract of keys: one effect, the same answer, nothing left of a crash. */
class CommandFunctionsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("batching");

    private abstract static class Contract extends CommandHandlerContract {

        private final FunctionHarness harness = BatchFixture.harness(POSTGRES.database());
        private final String function;
        private String batch = "";
        private List<String> held = List.of();

        Contract(String function) {
            this.function = function;
        }

        @Override
        protected FunctionHarness harness() {
            return harness;
        }

        @Override
        protected String function() {
            return function;
        }

        @Override
        protected Principal caller() {
            return Principals.operator();
        }

        @Override
        protected Map<String, String> arrange() {
            // keys belong to principal, method and path: one test must not find those of another
            POSTGRES.database().execute("delete from eventing.idempotency");
            BatchFixture.empty(POSTGRES.database());
            batch = aClosedBatch(harness, 3, 1_000);
            held = orders(POSTGRES.database(), batch);
            return Map.of("id", batch);
        }

        String batch() {
            return batch;
        }

        String order(int i) {
            return held.get(i);
        }
    }

    @Nested
    class CloseBatchContract extends Contract {
        CloseBatchContract() {
            super("closeBatch");
        }

        @Override
        protected Map<String, String> arrange() {
            super.arrange();
            aBatchedOrder(harness());
            return Map.of("id", openBatch(POSTGRES.database(), PVZ));
        }

        @Override
        protected Object body() {
            return "{}";
        }

        @Override
        protected Object otherBody() {
            return "{\"expected_version\": 1}";
        }
    }

    @Nested
    class CancelBatchContract extends Contract {
        CancelBatchContract() {
            super("cancelBatch");
        }

        @Override
        protected Object body() {
            return BatchFixture.REASON;
        }

        @Override
        protected Object otherBody() {
            return "{\"reason\": \"another one\"}";
        }
    }

    @Nested
    class RemoveOrderContract extends Contract {
        RemoveOrderContract() {
            super("removeOrderFromBatch");
        }

        @Override
        protected Object body() {
            return Map.of("order_id", order(0), "reason", "label is torn");
        }

        @Override
        protected Object otherBody() {
            return Map.of("order_id", order(1), "reason", "label is torn");
        }
    }

    @Nested
    class AddOrderContract extends Contract {
        AddOrderContract() {
            super("addOrderToBatch");
        }

        @Override
        protected Map<String, String> arrange() {
            Map<String, String> path = super.arrange();
            for (int i = 0; i < 2; i++) {
                BatchFixture.send(
                        harness(),
                        "removeOrderFromBatch",
                        batch(),
                        Map.of("order_id", order(i), "reason", "for a test"));
            }
            return path;
        }

        @Override
        protected Object body() {
            return Map.of("order_id", order(0), "reason", "label is mended");
        }

        @Override
        protected Object otherBody() {
            return Map.of("order_id", order(1), "reason", "label is mended");
        }
    }

    @Nested
    class MoveOrdersContract extends Contract {

        private String to = "";

        MoveOrdersContract() {
            super("moveOrdersBetweenBatches");
        }

        @Override
        protected Map<String, String> arrange() {
            Map<String, String> path = super.arrange();
            to = aClosedBatch(harness(), 1, 1_000);
            return path;
        }

        @Override
        protected Object body() {
            return Map.of("order_ids", List.of(order(0)), "to_batch_id", to, "reason", "one truck less");
        }

        @Override
        protected Object otherBody() {
            return Map.of("order_ids", List.of(order(1)), "to_batch_id", to, "reason", "one truck less");
        }
    }

    @Nested
    class SplitBatchContract extends Contract {
        SplitBatchContract() {
            super("splitBatch");
        }

        @Override
        protected Object body() {
            return Map.of("order_ids", List.of(order(0)), "reason", "two trucks");
        }

        @Override
        protected Object otherBody() {
            return Map.of("order_ids", List.of(order(1)), "reason", "two trucks");
        }
    }

    @Nested
    class MergeBatchesContract extends Contract {

        private String other = "";

        MergeBatchesContract() {
            super("mergeBatches");
        }

        @Override
        protected Map<String, String> arrange() {
            super.arrange();
            other = aClosedBatch(harness(), 1, 1_000);
            return Map.of();
        }

        @Override
        protected Object body() {
            return Map.of("batch_ids", List.of(batch(), other), "reason", "one truck less");
        }

        @Override
        protected Object otherBody() {
            return Map.of("batch_ids", List.of(other, batch()), "reason", "one truck less");
        }
    }
}
