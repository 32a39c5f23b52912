package by.belparcel.pickuptickets;

import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PaymentEvent;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.OrderState;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.pickuptickets.model.CodeSlot;
import by.belparcel.pickuptickets.model.FreeCodes;
import by.belparcel.pickuptickets.model.PickupCodes;
import by.belparcel.pickuptickets.model.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tickets of orders, as the saga makes them. */
public final class Desk {

    public static final String PVZ = "pvz-1";
    /** Base64url of 32 bytes, as the verification key must be; the key of the codes takes any text. */
    public static final String KEY = "YSBrZXkgZm9yIHRlc3RzLCBsb25nIGVub3VnaCwgMzIrIGJ5dGVz";

    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final Ids IDS = new Ids();

    private final FunctionHarness harness;
    private final TestDatabase database;

    private Desk(FunctionHarness harness) {
        this.harness = harness;
        this.database = harness.database();
    }

    public static Desk of(TestDatabase database) {
        return new Desk(FunctionHarness.of(
                database,
                new PickupTicketsFunctions(),
                Map.of("BELPARCEL_PICKUP_CODE_KEY", KEY, "BELPARCEL_PICKUP_VERIFICATION_KEY", KEY)));
    }

    public FunctionHarness harness() {
        return harness;
    }

    public static String newId() {
        return IDS.next();
    }

    public static PaymentEvent.Authorized authorized(String order) {
        return new PaymentEvent.Authorized(newId(), order, Money.byn(900), PaymentMethod.CARD_PREPAID, null, AT);
    }

    public static PaymentEvent.Voided voided(String order) {
        return new PaymentEvent.Voided(newId(), order, AT);
    }

    public static OrderEvent.Cancelled cancelled(String order) {
        return new OrderEvent.Cancelled(order, "CLIENT", "client:1", OrderState.AUTHORIZED, AT);
    }

    /** An order with an issued ticket. @return its id */
    public String issued() {
        String order = newId();
        harness.event("issuePickupTicketOnPaymentAuthorized", authorized(order), 1);
        return order;
    }

    /** An order whose parcels lie ready, as the pick-up point will make it. */
    public String active() {
        String order = issued();
        PickupCodes codes = new PickupCodes(new Secrets(KEY));
        CodeSlot slot = new FreeCodes(codes, Set.of()).next(id(order), PVZ, CodeSlot.NONE);
        database.execute(
                "update pickup_tickets.tickets set state = 'ACTIVE', pvz_id = ?, code_counter = ?, code_hash = ?"
                        + " where order_id = ?::uuid",
                PVZ,
                slot.counter(),
                slot.hash(),
                order);
        return order;
    }

    /** The digits that the client of an order sees. */
    public String code(String order) {
        return harness.query("getPickupCode")
                .as(clientOf(order))
                .path("id", order)
                .send()
                .text("code");
    }

    public String id(String order) {
        return database.text("select id from pickup_tickets.tickets where order_id = ?::uuid", order);
    }

    public String state(String order) {
        return database.text("select state from pickup_tickets.tickets where order_id = ?::uuid", order);
    }

    /** The client of an order, and of no other. */
    public static Principal clientOf(String order) {
        return Principals.of("client", "client-of-" + order, Map.of("order_id", List.of(order)));
    }
}
