package by.belparcel.payments;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.Services;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PaymentEvent;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.payments.adapter.FeeRows;
import by.belparcel.payments.adapter.OrderNoteRows;
import by.belparcel.payments.adapter.PaymentRows;
import by.belparcel.payments.adapter.PaymentSearchRows;
import by.belparcel.payments.adapter.PaymentSettings;
import by.belparcel.payments.adapter.QuarantineRows;
import by.belparcel.payments.application.AskProviderOnTimerFired;
import by.belparcel.payments.application.AuthorizePaymentOnOrderCreated;
import by.belparcel.payments.application.BookStorageFeeOnStorageExtended;
import by.belparcel.payments.application.CapturePaymentOnOrderConfirmed;
import by.belparcel.payments.application.CapturePaymentOnPvzOrderIssued;
import by.belparcel.payments.application.EndAuthorizationOnTimerFired;
import by.belparcel.payments.application.GetOrderPayment;
import by.belparcel.payments.application.GetPayment;
import by.belparcel.payments.application.ListPayments;
import by.belparcel.payments.application.PaymentStore;
import by.belparcel.payments.application.ProviderCallback;
import by.belparcel.payments.application.Providers;
import by.belparcel.payments.application.Publishing;
import by.belparcel.payments.application.ReceiveProviderCallback;
import by.belparcel.payments.application.ReconcilePayments;
import by.belparcel.payments.application.RefundParcelOnReturnedByClient;
import by.belparcel.payments.application.RequestRefund;
import by.belparcel.payments.application.RetryRefundsOnTimerFired;
import by.belparcel.payments.application.SendRefundOnRefundRequested;
import by.belparcel.payments.application.Till;
import by.belparcel.payments.application.VoidOrRefundParcelOnReturnedToCourier;
import by.belparcel.payments.application.VoidOrRefundPaymentOnOrderCancelled;
import by.belparcel.payments.application.VoidOrRefundPaymentOnOrderLost;
import by.belparcel.payments.application.VoidPaymentOnPickupTicketRejected;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** The one list of routes and handlers of payments. */
public final class PaymentsFunctions implements FunctionModule {

    /** One set of providers, and so one pool of the simulator, for all functions of a process. */
    private final Map<Services, Providers> providers = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public List<FunctionSpec> functions() {
        return List.of(
                on("authorizePaymentOnOrderCreated", OrderEvent.Created.TYPE, this::authorize),
                on(
                        "capturePaymentOnOrderConfirmed",
                        OrderEvent.Confirmed.TYPE,
                        s -> till(s, CapturePaymentOnOrderConfirmed::new)),
                on(
                        "voidOrRefundPaymentOnOrderCancelled",
                        OrderEvent.Cancelled.TYPE,
                        s -> till(
                                s,
                                (till, store) ->
                                        new VoidOrRefundPaymentOnOrderCancelled(till, store, new OrderNoteRows()))),
                on(
                        "voidPaymentOnPickupTicketRejected",
                        PickupTicketEvent.Rejected.TYPE,
                        s -> till(s, VoidPaymentOnPickupTicketRejected::new)),
                on(
                        "sendRefundOnRefundRequested",
                        PaymentEvent.RefundRequested.TYPE,
                        s -> till(s, SendRefundOnRefundRequested::new)),
                on(
                        "capturePaymentOnPvzOrderIssued",
                        PvzOrderEvent.Issued.TYPE,
                        s -> new CapturePaymentOnPvzOrderIssued(till(s, store(s)))),
                on(
                        "refundParcelOnPvzOrderReturnedByClient",
                        PvzOrderEvent.ReturnedByClient.TYPE,
                        s -> new RefundParcelOnReturnedByClient(till(s, store(s)))),
                on(
                        "voidOrRefundParcelOnPvzOrderReturnedToCourier",
                        PvzOrderEvent.ReturnedToCourier.TYPE,
                        s -> new VoidOrRefundParcelOnReturnedToCourier(till(s, store(s)))),
                on(
                        "voidOrRefundPaymentOnOrderLost",
                        OrderEvent.Lost.TYPE,
                        s -> new VoidOrRefundPaymentOnOrderLost(till(s, store(s)))),
                on(
                        "bookStorageFeeOnPvzOrderStorageExtended",
                        PvzOrderEvent.StorageExtended.TYPE,
                        s -> new BookStorageFeeOnStorageExtended(new FeeRows())),
                timer("askProviderOnTimerFired", Publishing.QUERY, AskProviderOnTimerFired::new),
                timer("retryRefundsOnTimerFired", Publishing.REFUND_RETRY, RetryRefundsOnTimerFired::new),
                timer("endAuthorizationOnTimerFired", Publishing.AUTH_EXPIRY, EndAuthorizationOnTimerFired::new),
                callbacks(),
                refunds(),
                query("getPayment", "/payments/{id}", "payment.read", Set.of(), s -> new GetPayment(store(s))),
                query(
                        "getOrderPayment",
                        "/orders/{id}/payment",
                        "payment.read",
                        Set.of(),
                        s -> new GetOrderPayment(store(s))),
                query(
                        "listPayments",
                        "/payments",
                        "payment.list",
                        ListPayments.PARAMETERS,
                        s -> new ListPayments(new PaymentSearchRows())),
                query(
                        "reconcilePayments",
                        "/payments/reconciliation",
                        "payment.reconcile",
                        ReconcilePayments.PARAMETERS,
                        s -> new ReconcilePayments(
                                new PaymentSearchRows(), providers(s).card())));
    }

    private FunctionSpec timer(
            String name, String kind, BiFunction<Till, PaymentStore, EventHandler<PlatformEvent.TimerFired>> handler) {
        return on(name, PlatformEvent.TimerFired.TYPE, Map.of("timerkind", kind), s -> till(s, handler));
    }

    /** The provider's reference is the key: a callback needs no Idempotency-Key and no token, but a signature. */
    private FunctionSpec callbacks() {
        return FunctionSpec.with(
                command(
                        "receiveProviderCallback",
                        "POST",
                        "/payments/callbacks/{provider}",
                        HttpRoute.PUBLIC,
                        ProviderCallback::read,
                        this::callback),
                Duration.ZERO,
                HttpRoute.KIB_64,
                true);
    }

    private FunctionSpec refunds() {
        return FunctionSpec.with(
                command(
                        "requestRefund",
                        "POST",
                        "/payments/{id}/refunds",
                        "payment.refund",
                        RequestRefund.Wanted::read,
                        s -> new RequestRefund(store(s), publishing(s))),
                Duration.ofDays(7),
                HttpRoute.KIB_64,
                true);
    }

    private ReceiveProviderCallback callback(Services services) {
        PaymentStore store = store(services);
        return new ReceiveProviderCallback(
                till(services, store),
                store,
                providers(services),
                new QuarantineRows(),
                PaymentSettings.callbackSignature(services.settings()));
    }

    private Providers providers(Services services) {
        return providers.computeIfAbsent(services, PaymentSettings::providers);
    }

    private static PaymentStore store(Services services) {
        return new PaymentRows(PaymentSettings.retries(services.settings()));
    }

    private static Publishing publishing(Services services) {
        return new Publishing(PaymentSettings.authorizationLook(services.settings()));
    }

    private <H> H till(Services services, BiFunction<Till, PaymentStore, H> handler) {
        PaymentStore store = store(services);
        return handler.apply(till(services, store), store);
    }

    private Till till(Services services, PaymentStore store) {
        return new Till(providers(services), store, publishing(services));
    }

    private AuthorizePaymentOnOrderCreated authorize(Services services) {
        return new AuthorizePaymentOnOrderCreated(
                till(services, store(services)),
                providers(services),
                PaymentSettings.retries(services.settings()),
                PaymentSettings.methods(services.settings()));
    }
}
