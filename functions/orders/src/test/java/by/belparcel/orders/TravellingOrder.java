package by.belparcel.orders;

import static by.belparcel.orders.OrderFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PlatformEvent;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An order on its way to a pick-up point, with the batch that carries it. */
public final class TravellingOrder {

    private final FunctionHarness harness;
    private final TestDatabase database;
    private final String id;
    private final String batch = UUID.randomUUID().toString();

    private TravellingOrder(TestDatabase database, int parcels, boolean partialIssue) {
        this.database = database;
        this.harness = OrderFixture.harness(database);
        ObjectNode body = OrderFixture.anOrder();
        ArrayNode all = body.putArray("parcels");
        for (int no = 0; no < parcels; no++) {
            all.addObject().put("weight_g", 1500);
        }
        body.putObject("options").put("partial_issue", partialIssue);
        this.id = OrderFixture.place(harness, body).text("id");
        OrderFixture.authorize(harness, id);
        OrderFixture.issueTicket(harness, id);
    }

    public static TravellingOrder confirmed(TestDatabase database, int parcels, boolean partialIssue) {
        return new TravellingOrder(database, parcels, partialIssue);
    }

    /** In its batch, which nobody has picked up. */
    public static TravellingOrder added(TestDatabase database, int parcels, boolean partialIssue) {
        TravellingOrder order = confirmed(database, parcels, partialIssue);
        BatchFixture.add(order.harness, order.batch, order.id);
        return order;
    }

    /** On the road. */
    public static TravellingOrder of(TestDatabase database, int parcels, boolean partialIssue) {
        TravellingOrder order = added(database, parcels, partialIssue);
        BatchFixture.pickUp(order.harness, order.batch, order.id);
        return order;
    }

    public FunctionHarness harness() {
        return harness;
    }

    public String id() {
        return id;
    }

    public String batch() {
        return batch;
    }

    /** The carrier picks the batch up, unless he has, and hands it over. */
    public void deliver() {
        BatchFixture.pickUp(harness, batch, id);
        BatchFixture.deliver(harness, batch);
    }

    public String state() {
        return OrderFixture.state(database, id);
    }

    public String timer(String kind) {
        return database.text("select status from eventing.timers where kind = ? and subject = ?", kind, id);
    }

    public EventReply fire(String function, String kind) {
        var fired = new PlatformEvent.TimerFired(UUID.randomUUID().toString(), kind, id, NOW, NOW);
        return harness.event(function, fired, 0);
    }

    public <E extends OrderEvent> List<E> emitted(EventType<E> type) {
        return harness.emitted(type).stream()
                .filter(event -> event.aggregateId().equals(id))
                .toList();
    }

    /** {@code FROM>TO REASON} of every announced change of state. */
    public List<String> changes() {
        return emitted(OrderEvent.StatusChanged.TYPE).stream()
                .map(event -> event.from() + ">" + event.to() + (event.reason() == null ? "" : " " + event.reason()))
                .toList();
    }

    /** One history row for each version, one announcement for each change of state, each where the last one ended. */
    public void keepsItsBooks() {
        long version = database.number("select version from orders.orders where id = ?::uuid", id);
        assertThat(database.number("select count(*) from orders.history where order_id = ?::uuid", id))
                .isEqualTo(version);
        List<OrderEvent.StatusChanged> told = emitted(OrderEvent.StatusChanged.TYPE);
        assertThat(database.number(
                        "select count(*) from orders.history where order_id = ?::uuid and kind = 'STATE' and version > 1",
                        id))
                .isEqualTo(told.size());
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).from()).isEqualTo(told.get(i - 1).to());
        }
        assertThat(told.getLast().to()).hasToString(state());
    }
}
