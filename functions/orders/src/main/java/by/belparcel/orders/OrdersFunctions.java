package by.belparcel.orders;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.PaymentEvent;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PricingEvent;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.orders.application.AddOrderOnBatchOrderAdded;
import by.belparcel.orders.application.AdoptPlaceOnReferenceUpdated;
import by.belparcel.orders.application.AdoptRulesetOnRulesetActivated;
import by.belparcel.orders.application.AuthorizeOrderOnPaymentAuthorized;
import by.belparcel.orders.application.CancelOrderOnPaymentDecisionTimeout;
import by.belparcel.orders.application.CancelOrderOnPaymentDeclined;
import by.belparcel.orders.application.CancelOrderOnPickupTicketRejected;
import by.belparcel.orders.application.CancelOrderOnTicketIssueTimeout;
import by.belparcel.orders.application.CancelOrderReader;
import by.belparcel.orders.application.ChangeRecipientReader;
import by.belparcel.orders.application.CompleteOrderOnReturnWindowClosed;
import by.belparcel.orders.application.ConfirmOrderOnPickupTicketIssued;
import by.belparcel.orders.application.DeliverOrdersOnBatchDelivered;
import by.belparcel.orders.application.FollowOrdersOnBatchSplit;
import by.belparcel.orders.application.FollowParcelAtPvz;
import by.belparcel.orders.application.ForwardOrdersOnBatchDisbanded;
import by.belparcel.orders.application.GiveUpOrderOnMissingParcelTimeout;
import by.belparcel.orders.application.HoldOrdersOnBatchReceivedAtHub;
import by.belparcel.orders.application.ImportOrdersReader;
import by.belparcel.orders.application.MarkOrder;
import by.belparcel.orders.application.MarkOrderReader;
import by.belparcel.orders.application.OrderMoves;
import by.belparcel.orders.application.OrderPlacing;
import by.belparcel.orders.application.OrderView;
import by.belparcel.orders.application.PlaceOrderReader;
import by.belparcel.orders.application.PvzStep;
import by.belparcel.orders.application.RecordCaptureOnPaymentCaptured;
import by.belparcel.orders.application.RecordFailureOnPaymentCaptureFailed;
import by.belparcel.orders.application.RecordQuoteOnQuoted;
import by.belparcel.orders.application.RecordRefundOnPaymentRefundRequested;
import by.belparcel.orders.application.RecordRefundOnPaymentRefunded;
import by.belparcel.orders.application.RecordVoidOnPaymentVoided;
import by.belparcel.orders.application.ReleaseOrderOnBatchOrderRemoved;
import by.belparcel.orders.application.ReleaseOrdersOnBatchCancelled;
import by.belparcel.orders.application.SearchOrdersOnBatchReceivedByPvz;
import by.belparcel.orders.application.SendBackOrderOnReturnedToCourier;
import by.belparcel.orders.application.ShipOrdersOnBatchPickedUp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Routes and handlers of the context orders. */
public final class OrdersFunctions implements FunctionModule {

    private static final Duration KEY_LIFE = Duration.ofHours(24);

    private static final Set<String> LIST = Set.of(
            "state",
            "shop",
            "pvz",
            "warehouse",
            "created_from",
            "created_to",
            "phone_last4",
            "q",
            "sort",
            "limit",
            "cursor");

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<FunctionSpec> functions() {
        return List.of(
                FunctionSpec.with(
                        command(
                                "placeOrder",
                                "POST",
                                "/orders",
                                "order.create",
                                new PlaceOrderReader(),
                                services -> new OrdersParts(services).placeOrder()),
                        KEY_LIFE,
                        HttpRoute.KIB_256,
                        true),
                command(
                        "cancelOrder",
                        "POST",
                        "/orders/{id}/cancel",
                        "order.cancel",
                        new CancelOrderReader(),
                        services -> new OrdersParts(services).cancelOrder()),
                command(
                        "changeRecipient",
                        "PATCH",
                        "/orders/{id}/recipient",
                        "order.change-recipient",
                        new ChangeRecipientReader(),
                        services -> new OrdersParts(services).changeRecipient()),
                FunctionSpec.with(
                        command(
                                "importOrders",
                                "POST",
                                "/orders/import",
                                "order.import",
                                new ImportOrdersReader(),
                                services -> new OrdersParts(services).importOrders()),
                        KEY_LIFE,
                        HttpRoute.KIB_256,
                        true),
                mark("markOrderLost", "lost", MarkOrderReader.LOST, OrdersParts::markLost),
                mark("markOrderDamaged", "damaged", MarkOrderReader.DAMAGED, OrdersParts::markDamaged),
                mark("markOrderReturned", "returned", MarkOrderReader.RETURNED, OrdersParts::markReturned),
                query(
                        "getImport",
                        "/orders/imports/{id}",
                        "order.import",
                        Set.of(),
                        services -> new OrdersParts(services).getImport()),
                query("listOrders", "/orders", "order.read", LIST, services -> new OrdersParts(services).listOrders()),
                query(
                        "getTimeline",
                        "/orders/{id}/timeline",
                        "order.read",
                        Set.of(),
                        services -> new OrdersParts(services).getTimeline()),
                query(
                        "trackOrder",
                        "/orders/track/{number}",
                        HttpRoute.PUBLIC,
                        Set.of("token"),
                        services -> new OrdersParts(services).trackOrder()),
                query(
                        "getOrder",
                        "/orders/{id}",
                        "order.read",
                        Set.of(),
                        services -> new OrdersParts(services).getOrder()),
                on(
                        "authorizeOrderOnPaymentAuthorized",
                        PaymentEvent.Authorized.TYPE,
                        services -> new AuthorizeOrderOnPaymentAuthorized(new OrdersParts(services).saga())),
                on(
                        "cancelOrderOnPaymentDeclined",
                        PaymentEvent.Declined.TYPE,
                        services -> new CancelOrderOnPaymentDeclined(new OrdersParts(services).saga())),
                on(
                        "confirmOrderOnPickupTicketIssued",
                        PickupTicketEvent.Issued.TYPE,
                        services -> new ConfirmOrderOnPickupTicketIssued(new OrdersParts(services).saga())),
                on(
                        "cancelOrderOnPickupTicketRejected",
                        PickupTicketEvent.Rejected.TYPE,
                        services -> new CancelOrderOnPickupTicketRejected(new OrdersParts(services).saga())),
                on(
                        "cancelOrderOnPaymentDecisionTimeout",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", OrderPlacing.PAYMENT_TIMER),
                        services -> new CancelOrderOnPaymentDecisionTimeout(new OrdersParts(services).saga())),
                on(
                        "cancelOrderOnTicketIssueTimeout",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", OrderMoves.TICKET_TIMER),
                        services -> new CancelOrderOnTicketIssueTimeout(new OrdersParts(services).saga())),
                on(
                        "recordCaptureOnPaymentCaptured",
                        PaymentEvent.Captured.TYPE,
                        services -> new RecordCaptureOnPaymentCaptured(new OrdersParts(services).paymentFacts())),
                on(
                        "recordFailureOnPaymentCaptureFailed",
                        PaymentEvent.CaptureFailed.TYPE,
                        services -> new RecordFailureOnPaymentCaptureFailed(new OrdersParts(services).paymentFacts())),
                on(
                        "recordVoidOnPaymentVoided",
                        PaymentEvent.Voided.TYPE,
                        services -> new RecordVoidOnPaymentVoided(new OrdersParts(services).paymentFacts())),
                on(
                        "recordRefundOnPaymentRefundRequested",
                        PaymentEvent.RefundRequested.TYPE,
                        services -> new RecordRefundOnPaymentRefundRequested(new OrdersParts(services).paymentFacts())),
                on(
                        "recordRefundOnPaymentRefunded",
                        PaymentEvent.Refunded.TYPE,
                        services -> new RecordRefundOnPaymentRefunded(new OrdersParts(services).paymentFacts())),
                on(
                        "adoptRulesetOnRulesetActivated",
                        PricingEvent.RulesetActivated.TYPE,
                        services -> new AdoptRulesetOnRulesetActivated(OrdersParts.PROJECTIONS)),
                on(
                        "recordQuoteOnQuoted",
                        PricingEvent.Quoted.TYPE,
                        services -> new RecordQuoteOnQuoted(OrdersParts.QUOTES)),
                on(
                        "adoptPlaceOnReferenceUpdated",
                        PlatformEvent.ReferenceUpdated.TYPE,
                        services -> new AdoptPlaceOnReferenceUpdated(OrdersParts.PLACES)),
                on(
                        "addOrderOnBatchOrderAdded",
                        BatchEvent.OrderAdded.TYPE,
                        services -> new AddOrderOnBatchOrderAdded(OrdersParts.BATCH)),
                on(
                        "releaseOrderOnBatchOrderRemoved",
                        BatchEvent.OrderRemoved.TYPE,
                        services -> new ReleaseOrderOnBatchOrderRemoved(OrdersParts.BATCH)),
                on(
                        "releaseOrdersOnBatchCancelled",
                        BatchEvent.Cancelled.TYPE,
                        services -> new ReleaseOrdersOnBatchCancelled(OrdersParts.BATCH)),
                on(
                        "shipOrdersOnBatchPickedUp",
                        BatchEvent.PickedUp.TYPE,
                        services -> new ShipOrdersOnBatchPickedUp(OrdersParts.BATCH)),
                on(
                        "deliverOrdersOnBatchDelivered",
                        BatchEvent.DeliveredToPvz.TYPE,
                        services -> new DeliverOrdersOnBatchDelivered(OrdersParts.BATCH)),
                on(
                        "holdOrdersOnBatchReceivedAtHub",
                        BatchEvent.ReceivedAtHub.TYPE,
                        services -> new HoldOrdersOnBatchReceivedAtHub(OrdersParts.BATCH)),
                on(
                        "forwardOrdersOnBatchDisbanded",
                        BatchEvent.Disbanded.TYPE,
                        services -> new ForwardOrdersOnBatchDisbanded(OrdersParts.BATCH)),
                on(
                        "followOrdersOnBatchSplit",
                        BatchEvent.Split.TYPE,
                        services -> new FollowOrdersOnBatchSplit(OrdersParts.BATCHED)),
                on(
                        "searchOrdersOnBatchReceivedByPvz",
                        BatchEvent.ReceivedByPvz.TYPE,
                        services -> new SearchOrdersOnBatchReceivedByPvz(
                                OrdersParts.BATCHED, new OrdersParts(services).atPvz())),
                parcel("readyOrderOnPvzOrderAccepted", PvzOrderEvent.Accepted.TYPE, PvzOrderState.ACCEPTED),
                parcel("endOrderOnPvzOrderIssued", PvzOrderEvent.Issued.TYPE, PvzOrderState.ISSUED),
                parcel("keepOrderOnPvzOrderRefused", PvzOrderEvent.Refused.TYPE, PvzOrderState.REFUSED),
                parcel("expireOrderOnPvzOrderStorageExpired", PvzOrderEvent.StorageExpired.TYPE, PvzOrderState.OVERDUE),
                parcel(
                        "renewOrderOnPvzOrderStorageExtended",
                        PvzOrderEvent.StorageExtended.TYPE,
                        PvzOrderState.ACCEPTED),
                parcel(
                        "takeBackOrderOnPvzOrderReturnedByClient",
                        PvzOrderEvent.ReturnedByClient.TYPE,
                        PvzOrderState.RETURNED_BY_CLIENT),
                on(
                        "sendBackOrderOnPvzOrderReturnedToCourier",
                        PvzOrderEvent.ReturnedToCourier.TYPE,
                        services -> new SendBackOrderOnReturnedToCourier(new OrdersParts(services).atPvz())),
                on(
                        "giveUpOrderOnMissingParcelTimeout",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", PvzStep.MISSING_TIMER),
                        services -> new GiveUpOrderOnMissingParcelTimeout(OrdersParts.ORDERS)),
                on(
                        "completeOrderOnReturnWindowClosed",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", PvzStep.RETURN_TIMER),
                        services -> new CompleteOrderOnReturnWindowClosed(OrdersParts.ORDERS)));
    }

    private static FunctionSpec mark(
            String name,
            String what,
            MarkOrderReader reader,
            Function<OrdersParts, CommandHandler<MarkOrder, OrderView>> handler) {
        return command(
                name,
                "POST",
                "/orders/{id}/mark-" + what,
                "order.mark",
                reader,
                services -> handler.apply(new OrdersParts(services)));
    }

    private static <E extends PvzOrderEvent> FunctionSpec parcel(String name, EventType<E> type, PvzOrderState state) {
        return on(name, type, services -> new FollowParcelAtPvz<>(new OrdersParts(services).atPvz(), state));
    }
}
