package by.belparcel.pickuptickets.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.EventRunner;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestEvents;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.pickuptickets.Desk;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

class IssuePickupTicketOnPaymentAuthorizedIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup-tickets");

    private final Desk desk = Desk.of(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return desk.harness();
    }

    @Override
    protected String function() {
        return "issuePickupTicketOnPaymentAuthorized";
    }

    @Override
    protected DomainEvent arrange() {
        return Desk.authorized(Desk.newId());
    }

    @Test
    void givesTheClientATicketWithoutACode() {
        String order = desk.issued();

        assertThat(desk.state(order)).isEqualTo("ISSUED");
        PickupTicketEvent.Issued issued =
                harness().emitted(PickupTicketEvent.Issued.TYPE).getLast();
        assertThat(issued.orderId()).isEqualTo(order);
        assertThat(issued.number()).matches("PT-[0-9A-HJKMNP-TV-Z]{10}");
        assertThat(POSTGRES.database()
                        .text("select code_hash from pickup_tickets.tickets where order_id = ?::uuid", order))
                .isEqualTo("null");
    }

    @Test // 3.2: compensation
    void rejectsWhenTheOrderIsAlreadyCancelled() {
        String order = Desk.newId();
        harness().event("revokePickupTicketOnOrderCancelled", Desk.cancelled(order), 2);

        harness().event(function(), Desk.authorized(order), 1);

        assertThat(harness().emitted(PickupTicketEvent.Rejected.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .extracting(PickupTicketEvent.Rejected::reason)
                .containsExactly("ORDER_CANCELLED");
        assertThat(POSTGRES.database()
                        .number("select count(*) from pickup_tickets.tickets where order_id = ?::uuid", order))
                .isZero();
    }

    @Test
    void givesOneTicketPerOrder() {
        String order = desk.issued();

        harness().event(function(), Desk.authorized(order), 1);

        assertThat(harness().emitted(PickupTicketEvent.Issued.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .hasSize(1);
    }

    @RepeatedTest(20) // works in any order of arrival, also at the same time
    void endsRejectedOrRevokedHoweverItMeetsTheCancellation() {
        String order = Desk.newId();
        EventRunner issue = EventRunner.of(harness(), function());
        EventRunner cancel = EventRunner.of(harness(), "revokePickupTicketOnOrderCancelled");

        Mono.when(
                        issue.run(TestEvents.envelope(Desk.authorized(order), 1)),
                        cancel.run(TestEvents.envelope(Desk.cancelled(order), 2)))
                .block();

        long rejected = harness().emitted(PickupTicketEvent.Rejected.TYPE).stream()
                .filter(e -> e.orderId().equals(order))
                .count();
        long revoked = harness().emitted(PickupTicketEvent.Revoked.TYPE).stream()
                .filter(e -> e.orderId().equals(order))
                .count();
        assertThat(rejected + revoked).isEqualTo(1);
        assertThat(POSTGRES.database()
                        .number(
                                "select count(*) from pickup_tickets.tickets where order_id = ?::uuid and state = 'ISSUED'",
                                order))
                .isZero();
    }
}
