package by.belparcel.pickuptickets.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.testkit.EventHandlerContract;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PvzEvent;
import by.belparcel.pickuptickets.Desk;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoteNumberOnOrderBatchedIT extends EventHandlerContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup-tickets");

    private final Desk desk = Desk.of(POSTGRES.database());

    /** An order on its way to a pick-up point. */
    static OrderEvent.Batched batched(String order, String number) {
        return new OrderEvent.Batched(
                order, Desk.newId(), number, Desk.newId(), Desk.newId(), null, null, null, null, null, Instant.now());
    }

    @Override
    protected FunctionHarness harness() {
        return desk.harness();
    }

    @Override
    protected String function() {
        return "noteOrderNumberOnOrderBatched";
    }

    @Override
    protected DomainEvent arrange() {
        String order = desk.issued();
        return batched(order, "BP-261120-" + order);
    }

    @Test
    void learnsHowAPointIsCalledFromItsNewestState() {
        String pvz = Desk.newId();
        Instant at = Instant.now();
        PvzEvent.Updated second = new PvzEvent.Updated(
                pvz, 2, java.util.List.of("address"), Map.of("code", "XXX-001", "address", "Second street, 2"), at);
        PvzEvent.Created first =
                new PvzEvent.Created(pvz, 1, Map.of("code", "XXX-001", "address", "First street, 1"), at);

        assertThat(harness().event("notePointNameOnPvzUpdated", second, 2).status())
                .isEqualTo(204);
        assertThat(harness().event("notePointNameOnPvzCreated", first, 1).status())
                .isEqualTo(204);

        assertThat(POSTGRES.database().text("select name from pickup_tickets.points where id = ?", pvz))
                .isEqualTo("XXX-001 Second street, 2");
    }
}
