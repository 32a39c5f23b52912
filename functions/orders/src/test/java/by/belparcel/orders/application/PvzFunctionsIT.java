package by.belparcel.orders.application;

import static by.belparcel.orders.OrderFixture.NOW;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.ParcelRef;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.orders.OrderFixture;
import by.belparcel.orders.PvzFixture;
import by.belparcel.orders.TravellingOrder;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every function that follows a pick-up point keeps the contract of event functions. */
class PvzFunctionsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private abstract static class Contract extends EventHandlerContract {

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
        protected long sequence() {
            return 9;
        }

        @Override
        protected DomainEvent arrange() {
            TravellingOrder order = TravellingOrder.of(POSTGRES.database(), 1, false);
            order.deliver();
            return fact(order);
        }

        abstract DomainEvent fact(TravellingOrder order);

        static void ready(TravellingOrder order) {
            PvzFixture.accepted(order.id(), 1, 1, 2).tell(order.harness()).status();
        }

        static PlatformEvent.TimerFired fired(String kind, TravellingOrder order) {
            return new PlatformEvent.TimerFired(UUID.randomUUID().toString(), kind, order.id(), NOW, NOW);
        }
    }

    @Nested
    class ReadyOrderOnPvzOrderAccepted extends Contract {
        ReadyOrderOnPvzOrderAccepted() {
            super("readyOrderOnPvzOrderAccepted");
        }

        @Override
        DomainEvent fact(TravellingOrder order) {
            return PvzFixture.accepted(order.id(), 1, 1, 9).event();
        }
    }

    @Nested
    class EndOrderOnPvzOrderIssued extends Contract {
        EndOrderOnPvzOrderIssued() {
            super("endOrderOnPvzOrderIssued");
        }

        @Override
        DomainEvent fact(TravellingOrder order) {
            return PvzFixture.issued(order.id(), 1, 1, 9).event();
        }
    }

    @Nested
    class KeepOrderOnPvzOrderRefused extends Contract {
        KeepOrderOnPvzOrderRefused() {
            super("keepOrderOnPvzOrderRefused");
        }

        @Override
        DomainEvent fact(TravellingOrder order) {
            return PvzFixture.refused(order.id(), 1, 1, 9).event();
        }
    }

    @Nested
    class ExpireOrderOnPvzOrderStorageExpired extends Contract {
        ExpireOrderOnPvzOrderStorageExpired() {
            super("expireOrderOnPvzOrderStorageExpired");
        }

        @Override
        DomainEvent fact(TravellingOrder order) {
            return PvzFixture.storageExpired(order.id(), 1, 9).event();
        }
    }

    @Nested
    class RenewOrderOnPvzOrderStorageExtended extends Contract {
        RenewOrderOnPvzOrderStorageExtended() {
            super("renewOrderOnPvzOrderStorageExtended");
        }

        @Override
        DomainEvent fact(TravellingOrder order) {
            return PvzFixture.storageExtended(order.id(), 1, 9).event();
        }
    }

    @Nested
    class TakeBackOrderOnPvzOrderReturnedByClient extends Contract {
        TakeBackOrderOnPvzOrderReturnedByClient() {
            super("takeBackOrderOnPvzOrderReturnedByClient");
        }

        @Override
        DomainEvent fact(TravellingOrder order) {
            return PvzFixture.returnedByClient(order.id(), 1, 1, 9).event();
        }
    }

    @Nested
    class SendBackOrderOnPvzOrderReturnedToCourier extends Contract {
        SendBackOrderOnPvzOrderReturnedToCourier() {
            super("sendBackOrderOnPvzOrderReturnedToCourier");
        }

        @Override
        DomainEvent fact(TravellingOrder order) {
            return PvzFixture.returnedToCourier(order.id(), 1, 1, ReturnCause.EXPIRED, 9)
                    .event();
        }
    }

    @Nested
    class SearchOrdersOnBatchReceivedByPvz extends Contract {
        SearchOrdersOnBatchReceivedByPvz() {
            super("searchOrdersOnBatchReceivedByPvz");
        }

        @Override
        DomainEvent fact(TravellingOrder order) {
            return PvzFixture.received(order.batch(), new ParcelRef(order.id(), 1));
        }
    }

    @Nested
    class GiveUpOrderOnMissingParcelTimeout extends Contract {
        GiveUpOrderOnMissingParcelTimeout() {
            super("giveUpOrderOnMissingParcelTimeout");
        }

        @Override
        DomainEvent fact(TravellingOrder order) {
            PvzFixture.receive(order.harness(), order.batch(), new ParcelRef(order.id(), 1))
                    .status();
            return fired(PvzStep.MISSING_TIMER, order);
        }
    }

    @Nested
    class CompleteOrderOnReturnWindowClosed extends Contract {
        CompleteOrderOnReturnWindowClosed() {
            super("completeOrderOnReturnWindowClosed");
        }

        @Override
        DomainEvent fact(TravellingOrder order) {
            ready(order);
            PvzFixture.issued(order.id(), 1, 1, 3).tell(order.harness()).status();
            return fired(PvzStep.RETURN_TIMER, order);
        }
    }
}
