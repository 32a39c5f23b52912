package by.belparcel.pickuptickets.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.pickuptickets.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RevokePickupTicketOnOrderCancelledIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup-tickets");

    private final Desk desk = Desk.of(POSTGRES.database());

    @Override
    protected FunctionHarness harness() {
        return desk.harness();
    }

    @Override
    protected String function() {
        return "revokePickupTicketOnOrderCancelled";
    }

    @Override
    protected DomainEvent arrange() {
        return Desk.cancelled(desk.issued());
    }

    @Test // 3.1
    void takesTheRightAwayOnce() {
        String order = desk.active();

        harness().event(function(), Desk.cancelled(order), 2);
        harness().event(function(), Desk.cancelled(order), 3);

        assertThat(desk.state(order)).isEqualTo("REVOKED");
        assertThat(harness().emitted(PickupTicketEvent.Revoked.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .extracting(PickupTicketEvent.Revoked::reason)
                .containsExactly("ORDER_CANCELLED");
    }
}
