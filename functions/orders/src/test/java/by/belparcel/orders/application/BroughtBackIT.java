package by.belparcel.orders.application;

import static by.belparcel.orders.BatchFixture.add;
import static by.belparcel.orders.BatchFixture.deliver;
import static by.belparcel.orders.BatchFixture.pickUp;
import static by.belparcel.orders.BatchFixture.receive;
import static by.belparcel.orders.BatchFixture.remove;
import static by.belparcel.orders.OrderFixture.MINSK;
import static by.belparcel.orders.OrderFixture.NOW;
import static by.belparcel.orders.OrderFixture.aConfirmedOrder;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchPart;
import by.belparcel.events.OrderEvent;
import by.belparcel.orders.OrderFixture;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Orders whose way is not the regular one: brought back, or on board although their batch had lost them. */
class BroughtBackIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private FunctionHarness harness;
    private final String batch = uuid();
    private final String other = uuid();

    @BeforeEach
    void start() {
        harness = OrderFixture.harness(POSTGRES.database());
    }

    @Test // a stop failed: trips tell batch.received-at-hub with the warehouse as the hub
    void travelAgainFromTheWarehouseTheyWereBroughtBackTo() {
        String id = aConfirmedOrder(harness);
        add(harness, batch, id);
        pickUp(harness, batch, id);

        receive(harness, batch, MINSK);
        harness.event("forwardOrdersOnBatchDisbanded", new BatchEvent.Disbanded(batch, List.of(id), MINSK, NOW), 3);

        assertThat(state(id)).isEqualTo("AT_HUB");
        assertThat(harness.emitted(OrderEvent.ArrivedAtHub.TYPE).stream()
                        .filter(arrived -> arrived.orderId().equals(id)))
                .singleElement()
                .satisfies(arrived -> assertThat(arrived.hubId()).isEqualTo(MINSK))
                .satisfies(arrived -> assertThat(arrived.destPvzId()).isEqualTo(OrderFixture.PVZ));
        add(harness, other, id);
        pickUp(harness, other, id);
        deliver(harness, other);
        assertThat(state(id)).isEqualTo("AT_PVZ");
    }

    @Test // a person gave the batch up while the carrier picked it up
    void goWithTheBatchThatHadLostThemWhenItsCarrierHasThem() {
        String id = aConfirmedOrder(harness);
        String mate = aConfirmedOrder(harness);
        add(harness, batch, id);
        add(harness, batch, mate);
        remove(harness, batch, id);
        assertThat(state(id)).isEqualTo("CONFIRMED");

        pickUp(harness, batch, id, mate);
        assertThat(state(id)).isEqualTo("IN_TRANSIT");
        assertThat(add(harness, batch, id).result()).hasToString("IGNORED");
        deliver(harness, batch);

        assertThat(List.of(state(id), state(mate))).containsOnly("AT_PVZ");
    }

    @Test // the same when it had found another batch meanwhile, which gives it back
    void leaveTheirNewBatchWhenTheOldOneHasThem() {
        String id = aConfirmedOrder(harness);
        add(harness, batch, id);
        remove(harness, batch, id);
        add(harness, other, id);

        pickUp(harness, batch, id);
        remove(harness, other, id);
        assertThat(state(id)).isEqualTo("IN_TRANSIT");
        deliver(harness, batch);

        assertThat(state(id)).isEqualTo("AT_PVZ");
    }

    @Test // out of order: the split of a batch before its pick-up
    void waitForThePickUpBeforeTheyFollowASplit() {
        String id = aConfirmedOrder(harness);
        String child = uuid();
        var split = new BatchEvent.Split(batch, List.of(new BatchPart(child, List.of(id))), NOW);
        add(harness, batch, id);
        assertThat(harness.event("followOrdersOnBatchSplit", split, 9).status()).isEqualTo(503);

        pickUp(harness, batch, id);
        harness.event("followOrdersOnBatchSplit", split, 9);
        deliver(harness, child);

        assertThat(state(id)).isEqualTo("AT_PVZ");
    }

    private static String state(String id) {
        return OrderFixture.state(POSTGRES.database(), id);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
