package by.belparcel.orders.application;

import static by.belparcel.orders.OrderFixture.SHOP;
import static by.belparcel.orders.OrderFixture.aCreatedOrder;
import static by.belparcel.orders.OrderFixture.anOrder;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.ParcelRef;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.orders.OrderFixture;
import by.belparcel.orders.PvzFixture;
import by.belparcel.orders.TravellingOrder;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** Every command of orders keeps the contract of keys: one effect, the same answer, nothing left of a crash. */
class CommandFunctionsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private abstract static class Contract extends CommandHandlerContract {

        private final FunctionHarness harness = OrderFixture.harness(POSTGRES.database());
        private final String function;

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
            return Principals.shop(SHOP);
        }

        @Override
        protected Map<String, String> arrange() {
            // keys belong to principal, method and path: one test must not find those of another
            POSTGRES.database().execute("delete from eventing.idempotency");
            return Map.of();
        }
    }

    @Nested
    class PlaceOrderContract extends Contract {

        private final ObjectNode order = anOrder();

        PlaceOrderContract() {
            super("placeOrder");
        }

        @Override
        protected Object body() {
            return order;
        }

        @Override
        protected Object otherBody() {
            return order.deepCopy().put("comment", "another one");
        }
    }

    @Nested
    class CancelOrderContract extends Contract {
        CancelOrderContract() {
            super("cancelOrder");
        }

        @Override
        protected Map<String, String> arrange() {
            super.arrange();
            return Map.of("id", aCreatedOrder(harness()));
        }

        @Override
        protected Object body() {
            return "{\"reason_code\": \"CHANGED_MIND\"}";
        }

        @Override
        protected Object otherBody() {
            return "{\"reason_code\": \"OUT_OF_STOCK\"}";
        }
    }

    @Nested
    class ChangeRecipientContract extends Contract {
        ChangeRecipientContract() {
            super("changeRecipient");
        }

        @Override
        protected Principal caller() {
            return Principals.operator();
        }

        @Override
        protected Map<String, String> arrange() {
            super.arrange();
            return Map.of("id", aCreatedOrder(harness()));
        }

        @Override
        protected Object body() {
            return "{\"name\": \"Якуб Колас\"}";
        }

        @Override
        protected Object otherBody() {
            return "{\"name\": \"Цётка\"}";
        }
    }

    private abstract static class MarkContract extends Contract {
        MarkContract(String function) {
            super(function);
        }

        @Override
        protected Principal caller() {
            return Principals.operator();
        }

        @Override
        protected Object body() {
            return "{\"note_code\": \"carrier_lost\"}";
        }

        @Override
        protected Object otherBody() {
            return "{\"note_code\": \"weather_flood\"}";
        }

        TravellingOrder aDeliveredOrder() {
            super.arrange();
            TravellingOrder order = TravellingOrder.of(POSTGRES.database(), 1, false);
            order.deliver();
            return order;
        }
    }

    @Nested
    class MarkOrderLostContract extends MarkContract {
        MarkOrderLostContract() {
            super("markOrderLost");
        }

        @Override
        protected Map<String, String> arrange() {
            TravellingOrder order = aDeliveredOrder();
            PvzFixture.receive(order.harness(), order.batch(), new ParcelRef(order.id(), 1));
            return Map.of("id", order.id());
        }
    }

    @Nested
    class MarkOrderDamagedContract extends MarkContract {
        MarkOrderDamagedContract() {
            super("markOrderDamaged");
        }

        @Override
        protected Map<String, String> arrange() {
            return Map.of("id", aDeliveredOrder().id());
        }
    }

    @Nested
    class MarkOrderReturnedContract extends MarkContract {
        MarkOrderReturnedContract() {
            super("markOrderReturned");
        }

        @Override
        protected Map<String, String> arrange() {
            TravellingOrder order = aDeliveredOrder();
            PvzFixture.returnedToCourier(order.id(), 1, 1, ReturnCause.EXPIRED, 9)
                    .tell(order.harness());
            return Map.of("id", order.id());
        }

        @Override
        protected Object body() {
            return "{}";
        }

        @Override
        protected Object otherBody() {
            return "{\"warehouse_id\": \"%s\"}".formatted(OrderFixture.MINSK);
        }
    }

    @Nested
    class ImportOrdersContract extends Contract {

        private final ObjectNode orders = Json.mapper().createObjectNode();

        ImportOrdersContract() {
            super("importOrders");
            orders.putArray("orders").add(anOrder()).add(anOrder());
        }

        @Override
        protected Object body() {
            return orders;
        }

        @Override
        protected Object otherBody() {
            ObjectNode other = Json.mapper().createObjectNode();
            other.putArray("orders").add(anOrder());
            return other;
        }
    }
}
