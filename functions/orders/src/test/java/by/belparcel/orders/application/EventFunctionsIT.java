package by.belparcel.orders.application;

import static by.belparcel.orders.OrderFixture.NOW;
import static by.belparcel.orders.OrderFixture.aCreatedOrder;
import static by.belparcel.orders.OrderFixture.anAuthorizedOrder;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchPart;
import by.belparcel.events.PaymentEvent;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PricingEvent;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.orders.BatchFixture;
import by.belparcel.orders.OrderFixture;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every event function of orders keeps the contract: duplicates, crashes, cancellation, unreadable and redriven events. */
class EventFunctionsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    @AfterEach
    void forgetRuleSets() {
        POSTGRES.database().execute("truncate orders.rulesets");
    }

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
    }

    @Nested
    class AuthorizeOrderOnPaymentAuthorized extends Contract {
        AuthorizeOrderOnPaymentAuthorized() {
            super("authorizeOrderOnPaymentAuthorized");
        }

        @Override
        protected DomainEvent arrange() {
            String order = aCreatedOrder(harness());
            return new PaymentEvent.Authorized(id(), order, Money.byn(600), PaymentMethod.CARD_PREPAID, null, NOW);
        }
    }

    @Nested
    class CancelOrderOnPaymentDeclined extends Contract {
        CancelOrderOnPaymentDeclined() {
            super("cancelOrderOnPaymentDeclined");
        }

        @Override
        protected DomainEvent arrange() {
            return new PaymentEvent.Declined(id(), aCreatedOrder(harness()), "CARD_EXPIRED", NOW);
        }
    }

    @Nested
    class ConfirmOrderOnPickupTicketIssued extends Contract {
        ConfirmOrderOnPickupTicketIssued() {
            super("confirmOrderOnPickupTicketIssued");
        }

        @Override
        protected DomainEvent arrange() {
            return new PickupTicketEvent.Issued(id(), "PT-0000000000", anAuthorizedOrder(harness()), NOW);
        }
    }

    @Nested
    class CancelOrderOnPickupTicketRejected extends Contract {
        CancelOrderOnPickupTicketRejected() {
            super("cancelOrderOnPickupTicketRejected");
        }

        @Override
        protected DomainEvent arrange() {
            return new PickupTicketEvent.Rejected(id(), "PT-0000000000", anAuthorizedOrder(harness()), "SYSTEM", NOW);
        }
    }

    @Nested
    class CancelOrderOnPaymentDecisionTimeout extends Contract {
        CancelOrderOnPaymentDecisionTimeout() {
            super("cancelOrderOnPaymentDecisionTimeout");
        }

        @Override
        protected DomainEvent arrange() {
            return new PlatformEvent.TimerFired(id(), OrderPlacing.PAYMENT_TIMER, aCreatedOrder(harness()), NOW, NOW);
        }
    }

    @Nested
    class CancelOrderOnTicketIssueTimeout extends Contract {
        CancelOrderOnTicketIssueTimeout() {
            super("cancelOrderOnTicketIssueTimeout");
        }

        @Override
        protected DomainEvent arrange() {
            return new PlatformEvent.TimerFired(id(), OrderMoves.TICKET_TIMER, anAuthorizedOrder(harness()), NOW, NOW);
        }
    }

    @Nested
    class RecordCaptureOnPaymentCaptured extends Contract {
        RecordCaptureOnPaymentCaptured() {
            super("recordCaptureOnPaymentCaptured");
        }

        @Override
        protected DomainEvent arrange() {
            return new PaymentEvent.Captured(id(), id(), Money.byn(600), NOW);
        }
    }

    @Nested
    class RecordFailureOnPaymentCaptureFailed extends Contract {
        RecordFailureOnPaymentCaptureFailed() {
            super("recordFailureOnPaymentCaptureFailed");
        }

        @Override
        protected DomainEvent arrange() {
            return new PaymentEvent.CaptureFailed(id(), id(), "EXPIRED", NOW);
        }
    }

    @Nested
    class RecordVoidOnPaymentVoided extends Contract {
        RecordVoidOnPaymentVoided() {
            super("recordVoidOnPaymentVoided");
        }

        @Override
        protected DomainEvent arrange() {
            return new PaymentEvent.Voided(id(), id(), NOW);
        }
    }

    @Nested
    class RecordRefundOnPaymentRefundRequested extends Contract {
        RecordRefundOnPaymentRefundRequested() {
            super("recordRefundOnPaymentRefundRequested");
        }

        @Override
        protected DomainEvent arrange() {
            return new PaymentEvent.RefundRequested(id(), id(), id(), Money.byn(600), "CANCELLED", NOW);
        }
    }

    @Nested
    class RecordRefundOnPaymentRefunded extends Contract {
        RecordRefundOnPaymentRefunded() {
            super("recordRefundOnPaymentRefunded");
        }

        @Override
        protected DomainEvent arrange() {
            return new PaymentEvent.Refunded(id(), id(), id(), Money.byn(600), NOW, NOW);
        }
    }

    @Nested
    class AdoptRulesetOnRulesetActivated extends Contract {
        AdoptRulesetOnRulesetActivated() {
            super("adoptRulesetOnRulesetActivated");
        }

        @Override
        protected DomainEvent arrange() {
            return new PricingEvent.RulesetActivated(id(), "sum", NOW, "admin:1", Map.of("version", "x"), NOW);
        }
    }

    @Nested
    class RecordQuoteOnQuoted extends Contract {
        RecordQuoteOnQuoted() {
            super("recordQuoteOnQuoted");
        }

        @Override
        protected DomainEvent arrange() {
            return new PricingEvent.Quoted(
                    id(), Money.byn(1), "v", id(), "f", NOW, List.of(), Map.of("weight_g", 1), NOW);
        }
    }

    @Nested
    class AdoptPlaceOnReferenceUpdated extends Contract {
        AdoptPlaceOnReferenceUpdated() {
            super("adoptPlaceOnReferenceUpdated");
        }

        @Override
        protected DomainEvent arrange() {
            Map<String, Object> state = Map.of("is_active", true, "locale", "ru");
            return new PlatformEvent.ReferenceUpdated("shop", id(), 1, List.of(), state, NOW);
        }
    }

    @Nested
    class AddOrderOnBatchOrderAdded extends Contract {
        AddOrderOnBatchOrderAdded() {
            super("addOrderOnBatchOrderAdded");
        }

        @Override
        protected DomainEvent arrange() {
            return new BatchEvent.OrderAdded(id(), OrderFixture.aConfirmedOrder(harness()), 1, 1, 1, NOW);
        }
    }

    @Nested
    class ReleaseOrderOnBatchOrderRemoved extends Contract {
        ReleaseOrderOnBatchOrderRemoved() {
            super("releaseOrderOnBatchOrderRemoved");
        }

        @Override
        protected DomainEvent arrange() {
            String order = OrderFixture.aConfirmedOrder(harness());
            String batch = id();
            BatchFixture.add(harness(), batch, order);
            return new BatchEvent.OrderRemoved(batch, order, 0, 0, 0, "MOVED", NOW);
        }
    }

    @Nested
    class ReleaseOrdersOnBatchCancelled extends Contract {
        ReleaseOrdersOnBatchCancelled() {
            super("releaseOrdersOnBatchCancelled");
        }

        @Override
        protected DomainEvent arrange() {
            String order = OrderFixture.aConfirmedOrder(harness());
            String batch = id();
            BatchFixture.add(harness(), batch, order);
            return new BatchEvent.Cancelled(batch, List.of(order), "MANUAL", NOW);
        }
    }

    @Nested
    class ShipOrdersOnBatchPickedUp extends Contract {
        ShipOrdersOnBatchPickedUp() {
            super("shipOrdersOnBatchPickedUp");
        }

        @Override
        protected DomainEvent arrange() {
            String order = OrderFixture.aConfirmedOrder(harness());
            String batch = id();
            BatchFixture.add(harness(), batch, order);
            return new BatchEvent.PickedUp(batch, id(), id(), id(), List.of(order), List.of(), null, NOW);
        }
    }

    @Nested
    class DeliverOrdersOnBatchDelivered extends Contract {
        DeliverOrdersOnBatchDelivered() {
            super("deliverOrdersOnBatchDelivered");
        }

        @Override
        protected DomainEvent arrange() {
            String order = OrderFixture.aConfirmedOrder(harness());
            String batch = id();
            BatchFixture.add(harness(), batch, order);
            BatchFixture.pickUp(harness(), batch, order);
            return new BatchEvent.DeliveredToPvz(batch, id(), id(), id(), NOW, List.of(), NOW);
        }
    }

    @Nested
    class HoldOrdersOnBatchReceivedAtHub extends Contract {
        HoldOrdersOnBatchReceivedAtHub() {
            super("holdOrdersOnBatchReceivedAtHub");
        }

        @Override
        protected DomainEvent arrange() {
            String order = OrderFixture.aConfirmedOrder(harness());
            String batch = id();
            BatchFixture.add(harness(), batch, order);
            BatchFixture.pickUp(harness(), batch, order);
            return new BatchEvent.ReceivedAtHub(batch, id(), id(), id(), NOW, List.of(), NOW);
        }
    }

    @Nested
    class ForwardOrdersOnBatchDisbanded extends Contract {
        ForwardOrdersOnBatchDisbanded() {
            super("forwardOrdersOnBatchDisbanded");
        }

        @Override
        protected DomainEvent arrange() {
            String order = OrderFixture.aConfirmedOrder(harness());
            String batch = id();
            BatchFixture.add(harness(), batch, order);
            BatchFixture.pickUp(harness(), batch, order);
            return new BatchEvent.Disbanded(batch, List.of(order), id(), NOW);
        }
    }

    @Nested
    class FollowOrdersOnBatchSplit extends Contract {
        FollowOrdersOnBatchSplit() {
            super("followOrdersOnBatchSplit");
        }

        @Override
        protected DomainEvent arrange() {
            String order = OrderFixture.aConfirmedOrder(harness());
            String batch = id();
            BatchFixture.add(harness(), batch, order);
            BatchFixture.pickUp(harness(), batch, order);
            return new BatchEvent.Split(batch, List.of(new BatchPart(id(), List.of(order))), NOW);
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
