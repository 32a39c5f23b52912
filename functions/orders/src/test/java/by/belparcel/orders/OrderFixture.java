package by.belparcel.orders;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.PaymentEvent;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** Orders in the states that tests need, made through the functions themselves. */
public final class OrderFixture {

    public static final String SHOP = "0190a002-0000-7000-8000-000000000001";
    public static final String OTHER_SHOP = "0190a002-0000-7000-8000-000000000002";
    public static final String INACTIVE_SHOP = "0190a002-0000-7000-8000-000000000005";
    public static final String MINSK = "0190a000-0000-7000-8000-000000000001";
    public static final String INACTIVE_WAREHOUSE = "0190a000-0000-7000-8000-000000000007";
    public static final String PVZ = "0190a001-0000-7000-8000-000000000001";
    public static final String OTHER_PVZ = "0190a001-0000-7000-8000-000000000007";
    public static final String FULL_PVZ = "0190a001-0000-7000-8000-000000000040";
    public static final String CLOSED_PVZ = "0190a001-0000-7000-8000-000000000042";
    public static final String SUSPENDED_PVZ = "0190a001-0000-7000-8000-000000000043";
    public static final String SMALL_PVZ = "0190a001-0000-7000-8000-000000000017";
    public static final String PHONE = "+375291234567";
    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private static final AtomicInteger REFS = new AtomicInteger();

    private static final String CONTACT_KEY = "dGVzdC1rZXktdGVzdC1rZXktdGVzdC1rZXktdGVzdC1rZXk";

    private OrderFixture() {}

    public static FunctionHarness harness(TestDatabase database) {
        return harness(database, "PT0.3S");
    }

    /** @param quoteWait how long an order waits for its quote */
    public static FunctionHarness harness(TestDatabase database, String quoteWait) {
        Map<String, String> settings =
                Map.of("BELPARCEL_ORDERS_CONTACT_KEY", CONTACT_KEY, "BELPARCEL_ORDERS_QUOTE_WAIT", quoteWait);
        return FunctionHarness.of(database, new OrdersFunctions(), settings);
    }

    /** The recipient of {@link #anOrder()} with a verified phone. */
    public static Principal recipient() {
        return Principals.of("client", "client-1", Map.of("phone", List.of(PHONE)));
    }

    public static String newRef() {
        return "REF-" + REFS.incrementAndGet();
    }

    /** A valid body of {@code POST /orders} with a reference of its own. */
    public static ObjectNode anOrder() {
        ObjectNode order = (ObjectNode) Json.mapper().readTree("""
                        {"warehouse_id": "%s", "pvz_id": "%s", "payment_method": "CARD_PREPAID",
                         "recipient": {"name": "Янка Купала", "phone": "%s", "email": "janka@example.by", "locale": "be"},
                         "parcels": [{"weight_g": 1500, "l": 300, "w": 200, "h": 100,
                                      "declared_value": {"amount": 4990, "currency": "BYN"}, "contains": "кнігі"}]}
                        """.formatted(MINSK, PVZ, PHONE));
        return order.put("shop_order_ref", newRef());
    }

    public static HttpReply place(FunctionHarness harness, Object body) {
        return harness.command("placeOrder")
                .as(Principals.shop(SHOP))
                .body(body)
                .send();
    }

    /** @return id of an order in state CREATED */
    public static String aCreatedOrder(FunctionHarness harness) {
        HttpReply reply = place(harness, anOrder());
        if (reply.status() != 201) {
            throw new AssertionError(reply.toString());
        }
        return reply.text("id");
    }

    /** @return id of an order in state AUTHORIZED */
    public static String anAuthorizedOrder(FunctionHarness harness) {
        String id = aCreatedOrder(harness);
        authorize(harness, id);
        return id;
    }

    /** @return id of an order in state CONFIRMED */
    public static String aConfirmedOrder(FunctionHarness harness) {
        String id = anAuthorizedOrder(harness);
        issueTicket(harness, id);
        return id;
    }

    public static void authorize(FunctionHarness harness, String orderId) {
        var authorized = new PaymentEvent.Authorized(
                UUID.randomUUID().toString(), orderId, Money.byn(600), PaymentMethod.CARD_PREPAID, null, NOW);
        harness.event("authorizeOrderOnPaymentAuthorized", authorized, 2);
    }

    public static void issueTicket(FunctionHarness harness, String orderId) {
        var issued = new PickupTicketEvent.Issued(UUID.randomUUID().toString(), "PT-0123456789", orderId, NOW);
        harness.event("confirmOrderOnPickupTicketIssued", issued, 1);
    }

    public static String state(TestDatabase database, String orderId) {
        return database.text("select state from orders.orders where id = ?::uuid", orderId);
    }
}
