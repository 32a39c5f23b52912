package by.belparcel.orders;

import by.belparcel.eventing.handling.Services;
import by.belparcel.orders.adapter.AesContactVault;
import by.belparcel.orders.adapter.PostgresBatchedOrders;
import by.belparcel.orders.adapter.PostgresImports;
import by.belparcel.orders.adapter.PostgresOrderReads;
import by.belparcel.orders.adapter.PostgresOrders;
import by.belparcel.orders.adapter.PostgresPlaces;
import by.belparcel.orders.adapter.PostgresProjections;
import by.belparcel.orders.adapter.PostgresQuotes;
import by.belparcel.orders.adapter.RuleBook;
import by.belparcel.orders.application.AccessFacts;
import by.belparcel.orders.application.BatchStep;
import by.belparcel.orders.application.CancelOrderHandler;
import by.belparcel.orders.application.ChangeRecipientHandler;
import by.belparcel.orders.application.ContactVault;
import by.belparcel.orders.application.GetImportHandler;
import by.belparcel.orders.application.GetOrderHandler;
import by.belparcel.orders.application.GetTimelineHandler;
import by.belparcel.orders.application.ImportOrdersHandler;
import by.belparcel.orders.application.ListOrdersHandler;
import by.belparcel.orders.application.ListScope;
import by.belparcel.orders.application.LockedOrder;
import by.belparcel.orders.application.MarkOrderDamagedHandler;
import by.belparcel.orders.application.MarkOrderLostHandler;
import by.belparcel.orders.application.MarkOrderReturnedHandler;
import by.belparcel.orders.application.OrderMoves;
import by.belparcel.orders.application.OrderPlacing;
import by.belparcel.orders.application.OrderPresenter;
import by.belparcel.orders.application.OrderTerms;
import by.belparcel.orders.application.PaymentFacts;
import by.belparcel.orders.application.PlaceOrderHandler;
import by.belparcel.orders.application.Pricing;
import by.belparcel.orders.application.PvzStep;
import by.belparcel.orders.application.SagaStep;
import by.belparcel.orders.application.TrackOrderHandler;
import by.belparcel.orders.application.VisibleOrders;
import java.time.Duration;

/** Wires handlers to adapters. Only handlers that touch personal data need the contact key. */
final class OrdersParts {

    static final PostgresProjections PROJECTIONS = new PostgresProjections();
    static final PostgresQuotes QUOTES = new PostgresQuotes();
    static final PostgresPlaces PLACES = new PostgresPlaces();
    static final PostgresBatchedOrders BATCHED = new PostgresBatchedOrders();
    static final BatchStep BATCH = new BatchStep(BATCHED);
    static final PostgresOrders ORDERS = new PostgresOrders();
    private static final PostgresImports IMPORTS = new PostgresImports();
    private static final PostgresOrderReads READS = new PostgresOrderReads();

    private final Services services;

    OrdersParts(Services services) {
        this.services = services;
    }

    PlaceOrderHandler placeOrder() {
        ContactVault vault = vault();
        return new PlaceOrderHandler(placing(vault), new OrderPresenter(vault));
    }

    CancelOrderHandler cancelOrder() {
        ContactVault vault = vault();
        return new CancelOrderHandler(ORDERS, moves(), new AccessFacts(vault), new OrderPresenter(vault));
    }

    GetOrderHandler getOrder() {
        ContactVault vault = vault();
        return new GetOrderHandler(visible(vault), new OrderPresenter(vault));
    }

    ChangeRecipientHandler changeRecipient() {
        ContactVault vault = vault();
        return new ChangeRecipientHandler(ORDERS, new AccessFacts(vault), vault, new OrderPresenter(vault));
    }

    ImportOrdersHandler importOrders() {
        return new ImportOrdersHandler(placing(vault(), Duration.ZERO), IMPORTS);
    }

    GetImportHandler getImport() {
        return new GetImportHandler(IMPORTS);
    }

    ListOrdersHandler listOrders() {
        ContactVault vault = vault();
        return new ListOrdersHandler(READS, new ListScope(new AccessFacts(vault)), new OrderPresenter(vault));
    }

    GetTimelineHandler getTimeline() {
        return new GetTimelineHandler(visible(vault()), READS);
    }

    TrackOrderHandler trackOrder() {
        return new TrackOrderHandler(READS, vault());
    }

    SagaStep saga() {
        return new SagaStep(ORDERS, moves());
    }

    PvzStep atPvz() {
        return new PvzStep(ORDERS, terms());
    }

    MarkOrderLostHandler markLost() {
        return new MarkOrderLostHandler(locked(), ORDERS);
    }

    MarkOrderDamagedHandler markDamaged() {
        return new MarkOrderDamagedHandler(locked(), ORDERS);
    }

    MarkOrderReturnedHandler markReturned() {
        return new MarkOrderReturnedHandler(locked(), ORDERS);
    }

    PaymentFacts paymentFacts() {
        return new PaymentFacts(PROJECTIONS);
    }

    private LockedOrder locked() {
        ContactVault vault = vault();
        return new LockedOrder(ORDERS, new AccessFacts(vault), new OrderPresenter(vault));
    }

    private OrderPlacing placing(ContactVault vault) {
        return placing(vault, terms().quoteWait());
    }

    private OrderPlacing placing(ContactVault vault, Duration quoteWait) {
        Pricing pricing = new Pricing(new RuleBook(), QUOTES, quoteWait);
        return new OrderPlacing(PLACES, pricing, ORDERS, ORDERS, vault, terms());
    }

    private static VisibleOrders visible(ContactVault vault) {
        return new VisibleOrders(READS, new AccessFacts(vault));
    }

    private OrderMoves moves() {
        return new OrderMoves(ORDERS, terms());
    }

    private OrderTerms terms() {
        return OrderTerms.from(services.settings());
    }

    private ContactVault vault() {
        return new AesContactVault(services.settings().required("belparcel.orders.contact-key"));
    }
}
