package by.belparcel.payments.application;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.payments.Counter;
import by.belparcel.payments.Shop;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every function that follows the counter keeps the contract of event functions. */
class PickupFunctionsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private abstract static class Contract extends EventHandlerContract {

        final Shop shop = Shop.of(POSTGRES.database());
        private final String function;

        Contract(String function) {
            this.function = function;
        }

        @Override
        protected FunctionHarness harness() {
            return shop.harness();
        }

        @Override
        protected String function() {
            return function;
        }
    }

    @Nested
    class CapturePaymentOnPvzOrderIssued extends Contract {
        CapturePaymentOnPvzOrderIssued() {
            super("capturePaymentOnPvzOrderIssued");
        }

        @Override
        protected DomainEvent arrange() {
            return Counter.issued(shop.onPickup(600, 2_000), 1, 1);
        }
    }

    @Nested
    class RefundParcelOnPvzOrderReturnedByClient extends Contract {
        RefundParcelOnPvzOrderReturnedByClient() {
            super("refundParcelOnPvzOrderReturnedByClient");
        }

        @Override
        protected DomainEvent arrange() {
            return Counter.returned(shop.onPickup(600, 2_000), 1, 1);
        }
    }

    @Nested
    class VoidOrRefundParcelOnPvzOrderReturnedToCourier extends Contract {
        VoidOrRefundParcelOnPvzOrderReturnedToCourier() {
            super("voidOrRefundParcelOnPvzOrderReturnedToCourier");
        }

        @Override
        protected DomainEvent arrange() {
            return Counter.sentBack(shop.onPickup(600, 2_000), 1, 1, ReturnCause.EXPIRED);
        }
    }

    @Nested
    class VoidOrRefundPaymentOnOrderLost extends Contract {
        VoidOrRefundPaymentOnOrderLost() {
            super("voidOrRefundPaymentOnOrderLost");
        }

        @Override
        protected DomainEvent arrange() {
            return Counter.lost(shop.capturedOrder(PaymentMethod.SHOP_ACCOUNT, 900), 1);
        }
    }

    @Nested
    class BookStorageFeeOnPvzOrderStorageExtended extends Contract {
        BookStorageFeeOnPvzOrderStorageExtended() {
            super("bookStorageFeeOnPvzOrderStorageExtended");
        }

        @Override
        protected DomainEvent arrange() {
            return Counter.extended(shop.onPickup(600, 2_000), Money.byn(150));
        }
    }
}
