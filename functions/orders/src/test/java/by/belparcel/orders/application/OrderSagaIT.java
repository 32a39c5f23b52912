package by.belparcel.orders.application;

import static by.belparcel.orders.OrderFixture.NOW;
import static by.belparcel.orders.OrderFixture.aConfirmedOrder;
import static by.belparcel.orders.OrderFixture.aCreatedOrder;
import static by.belparcel.orders.OrderFixture.anAuthorizedOrder;
import static by.belparcel.orders.OrderFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.RecordedEvent;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PaymentEvent;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.OrderState;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.orders.OrderFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderSagaIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = OrderFixture.harness(POSTGRES.database());
    }

    @Test
    void goesFromCreatedOverAuthorizedToConfirmed() {
        String id = aCreatedOrder(harness);

        OrderFixture.authorize(harness, id);
        assertThat(state(POSTGRES.database(), id)).isEqualTo("AUTHORIZED");
        OrderFixture.issueTicket(harness, id);

        assertThat(state(POSTGRES.database(), id)).isEqualTo("CONFIRMED");
        assertThat(types(id))
                .containsExactly(
                        "order.created v1",
                        "order.authorized v2",
                        "order.status-changed v2",
                        "order.confirmed v3",
                        "order.status-changed v3");
        assertThat(timers(id))
                .containsExactlyInAnyOrder("payment.decision-timeout CANCELLED", "ticket.issue-timeout CANCELLED");
    }

    @Test // out of order across aggregates
    void takesBothStepsWhenTheTicketIsFasterThanThePayment() {
        String id = aCreatedOrder(harness);

        OrderFixture.issueTicket(harness, id);
        assertThat(state(POSTGRES.database(), id)).isEqualTo("CREATED");
        OrderFixture.authorize(harness, id);

        assertThat(state(POSTGRES.database(), id)).isEqualTo("CONFIRMED");
        assertThat(types(id)).contains("order.authorized v2", "order.confirmed v3");
        assertThat(harness.emitted(OrderEvent.StatusChanged.TYPE).stream()
                        .filter(changed -> changed.orderId().equals(id))
                        .map(changed -> changed.from() + ">" + changed.to()))
                .containsExactly("CREATED>AUTHORIZED", "AUTHORIZED>CONFIRMED");
    }

    @Test
    void cancelsWhenThePaymentIsDeclined() {
        String id = aCreatedOrder(harness);

        harness.event("cancelOrderOnPaymentDeclined", new PaymentEvent.Declined(uuid(), id, "CARD_EXPIRED", NOW), 2);

        assertThat(cancelled(id)).isEqualTo("PAYMENT_DECLINED by system was CREATED");
        assertThat(timers(id)).containsExactly("payment.decision-timeout CANCELLED");
    }

    @Test
    void ignoresADeclineAfterTheAuthorisation() {
        String id = anAuthorizedOrder(harness);

        EventReply reply = harness.event(
                "cancelOrderOnPaymentDeclined", new PaymentEvent.Declined(uuid(), id, "PROVIDER_TIMEOUT", NOW), 3);

        assertThat(state(POSTGRES.database(), id)).isEqualTo("AUTHORIZED");
        assertThat(reply.result()).hasToString("IGNORED");
    }

    @Test // compensation matrix: no payment answer for 15 min
    void cancelsOnThePaymentTimerOnlyWhileNothingIsDecided() {
        String waiting = aCreatedOrder(harness);
        String paid = anAuthorizedOrder(harness);

        fire("cancelOrderOnPaymentDecisionTimeout", "payment.decision-timeout", waiting);
        fire("cancelOrderOnPaymentDecisionTimeout", "payment.decision-timeout", paid);

        assertThat(cancelled(waiting)).isEqualTo("PAYMENT_TIMEOUT by system was CREATED");
        assertThat(state(POSTGRES.database(), paid)).isEqualTo("AUTHORIZED");
    }

    @Test
    void ignoresALateAuthorisationOfACancelledOrder() {
        String id = aCreatedOrder(harness);
        fire("cancelOrderOnPaymentDecisionTimeout", "payment.decision-timeout", id);

        OrderFixture.authorize(harness, id);

        assertThat(state(POSTGRES.database(), id)).isEqualTo("CANCELLED");
        assertThat(types(id)).doesNotContain("order.authorized v3");
    }

    @Test
    void cancelsWhenTheTicketIsRejectedOrDoesNotCome() {
        String rejected = anAuthorizedOrder(harness);
        String silent = anAuthorizedOrder(harness);

        harness.event(
                "cancelOrderOnPickupTicketRejected",
                new PickupTicketEvent.Rejected(uuid(), "PT-0000000000", rejected, "SYSTEM", NOW),
                1);
        fire("cancelOrderOnTicketIssueTimeout", "ticket.issue-timeout", silent);

        assertThat(cancelled(rejected)).isEqualTo("TICKET_FAILED by system was AUTHORIZED");
        assertThat(cancelled(silent)).isEqualTo("TICKET_FAILED by system was AUTHORIZED");
    }

    @Test
    void keepsAConfirmedOrderWhenTheTicketTimerFires() {
        String id = aConfirmedOrder(harness);

        fire("cancelOrderOnTicketIssueTimeout", "ticket.issue-timeout", id);

        assertThat(state(POSTGRES.database(), id)).isEqualTo("CONFIRMED");
    }

    @Test
    void asksForARejectedTicketAgainWhileTheAuthorisationHasNotArrived() {
        String id = aCreatedOrder(harness);

        EventReply reply = harness.event(
                "cancelOrderOnPickupTicketRejected",
                new PickupTicketEvent.Rejected(uuid(), "PT-0000000000", id, "SYSTEM", NOW),
                1);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("PAYMENT_NOT_SEEN");
        assertThat(state(POSTGRES.database(), id)).isEqualTo("CREATED");
    }

    @Test
    void appliesADuplicateOnce() {
        String id = aCreatedOrder(harness);
        var event = new PaymentEvent.Authorized(uuid(), id, Money.byn(600), PaymentMethod.CARD_PREPAID, null, NOW);
        var envelope = by.belparcel.eventing.testkit.TestEvents.envelope(event, 2);

        harness.deliver("authorizeOrderOnPaymentAuthorized", envelope);
        harness.deliver("authorizeOrderOnPaymentAuthorized", envelope);

        assertThat(types(id)).containsOnlyOnce("order.authorized v2");
        assertThat(POSTGRES.database().number("select version from orders.orders where id = ?::uuid", id))
                .isEqualTo(2);
    }

    @Test
    void waitsForAnOrderThatIsNotKnownYet() {
        EventReply reply = harness.event(
                "cancelOrderOnPaymentDeclined", new PaymentEvent.Declined(uuid(), uuid(), "FRAUD_SUSPECTED", NOW), 2);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("ORDER_UNKNOWN");
    }

    @Test
    void writesOneHistoryRowPerVersion() {
        String id = aConfirmedOrder(harness);

        assertThat(POSTGRES.database()
                        .texts(
                                "select version || ' ' || coalesce(from_state, '-') || ' ' || to_state from orders.history"
                                        + " where order_id = ?::uuid order by version",
                                id))
                .containsExactly("1 - CREATED", "2 CREATED AUTHORIZED", "3 AUTHORIZED CONFIRMED");
        assertThat(OrderState.valueOf("CONFIRMED").publicCode()).isEqualTo("pending");
    }

    private void fire(String function, String kind, String orderId) {
        harness.event(function, new PlatformEvent.TimerFired(uuid(), kind, orderId, NOW, NOW), 0);
    }

    private List<String> types(String orderId) {
        return harness.emitted().stream()
                .filter(event -> event.metadata().subject().equals(orderId))
                .map(OrderSagaIT::line)
                .toList();
    }

    private static String line(RecordedEvent event) {
        String type = event.type();
        return type.substring("by.belparcel.".length(), type.length() - ".v1".length()) + " v"
                + event.metadata().sequence();
    }

    private String cancelled(String orderId) {
        assertThat(state(POSTGRES.database(), orderId)).isEqualTo("CANCELLED");
        return harness.emitted(OrderEvent.Cancelled.TYPE).stream()
                .filter(event -> event.orderId().equals(orderId))
                .map(event -> event.reason() + " by " + event.by() + " was " + event.wasState())
                .reduce("", String::concat);
    }

    private List<String> timers(String orderId) {
        return POSTGRES.database()
                .texts("select kind || ' ' || status from eventing.timers where subject = ?", orderId);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
