package by.belparcel.payments;

import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.OrderOptions;
import by.belparcel.events.ParcelLine;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.OrderState;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import by.belparcel.payments.application.CallbackSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders of a shop, as payments hear of them, and the state of their payments. */
public final class Shop {

    public static final String ID = "shop-1";
    public static final String CALLBACK_KEY = "the key of the simulated provider";
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final Ids IDS = new Ids();

    private final FunctionHarness harness;
    private final TestDatabase database;

    private Shop(FunctionHarness harness) {
        this.harness = harness;
        this.database = harness.database();
    }

    public static Shop of(TestDatabase database) {
        return new Shop(FunctionHarness.of(
                database,
                new PaymentsFunctions(),
                Map.of(
                        "BELPARCEL_PAYMENTS_PROVIDER_TIMEOUT",
                        "PT0.3S",
                        "BELPARCEL_PAYMENTS_CALLBACK_KEY",
                        CALLBACK_KEY)));
    }

    public FunctionHarness harness() {
        return harness;
    }

    public static String newId() {
        return IDS.next();
    }

    public static OrderEvent.Created created(String orderId, PaymentMethod method, long price) {
        return created(ID, orderId, method, price, 0);
    }

    public static OrderEvent.Created created(
            String shop, String orderId, PaymentMethod method, long price, long goods) {
        return new OrderEvent.Created(
                orderId,
                "BP-261120-000001-1",
                shop,
                "ref-1",
                newId(),
                newId(),
                List.of(new ParcelLine(1, 1_000, null, null, null, null)),
                1_000,
                5_000,
                method,
                Money.byn(price),
                goods == 0 ? null : Money.byn(goods),
                "2026-07-01.1",
                null,
                new OrderOptions(false, false, false, false, Packaging.NONE),
                ServiceClass.NORMAL,
                AT);
    }

    public static OrderEvent.Confirmed confirmed(String orderId) {
        return new OrderEvent.Confirmed(orderId, newId(), newId(), 1_000, 5_000, ServiceClass.NORMAL, newId(), AT);
    }

    public static OrderEvent.Cancelled cancelled(String orderId) {
        return new OrderEvent.Cancelled(orderId, "CLIENT", "client:1", OrderState.CONFIRMED, AT);
    }

    /** A new order whose payment was asked for. @return its id */
    public String order(PaymentMethod method, long price) {
        String id = newId();
        harness.event("authorizePaymentOnOrderCreated", created(id, method, price), 1);
        return id;
    }

    /** A new order whose fee and goods are paid at the counter. @return its id */
    public String onPickup(long fee, long goods) {
        String id = newId();
        harness.event("authorizePaymentOnOrderCreated", created(ID, id, PaymentMethod.PAY_ON_PICKUP, fee, goods), 1);
        return id;
    }

    /** Sends every refund that was promised and settles it. */
    public void settle() {
        if (harness.deliver().stream().anyMatch(delivered -> delivered.reply().status() != 204)) {
            throw new AssertionError("an event of payments themselves was refused");
        }
    }

    /** Kopecks taken and given back of an order. */
    public String money(String orderId) {
        return database.text(
                "select captured || '-' || refunded from payments.payments where order_id = ?::uuid", orderId);
    }

    public String capturedOrder(PaymentMethod method, long price) {
        String id = order(method, price);
        confirm(id);
        return id;
    }

    public void confirm(String orderId) {
        harness.event("capturePaymentOnOrderConfirmed", confirmed(orderId), 3);
    }

    public void cancel(String orderId) {
        harness.event("voidOrRefundPaymentOnOrderCancelled", cancelled(orderId), 4);
    }

    public String payment(String orderId) {
        return database.text("select id from payments.payments where order_id = ?::uuid", orderId);
    }

    public String state(String orderId) {
        return database.text("select state from payments.payments where order_id = ?::uuid", orderId);
    }

    /** What the provider's own book says of the order. */
    public String atProvider(String orderId) {
        return String.join(
                ",",
                database.texts(
                        "select state || ':' || captured from provider_sim.charges where id like ? || '%' order by id",
                        payment(orderId)));
    }

    public long ledgerSum() {
        return database.number(
                "select coalesce(sum(abs(s)), 0) from (select sum(amount_minor) as s from payments.ledger"
                        + " group by settlement_id, currency) x");
    }

    public static CallbackSignature signature() {
        return new CallbackSignature(Optional.of(CALLBACK_KEY), Duration.ofMinutes(5));
    }

    /** Lets whatever is open be asked again, as if its time had come. */
    public void makeDue() {
        database.execute("update payments.payments set retry_at = now() where retry_at is not null");
        database.execute("update payments.refunds set next_try_at = now() where next_try_at is not null");
    }
}
