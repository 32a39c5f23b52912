package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.aBatchedOrder;
import static by.belparcel.batching.BatchFixture.aClosedBatch;
import static by.belparcel.batching.BatchFixture.aPlannedBatch;
import static by.belparcel.batching.BatchFixture.confirm;
import static by.belparcel.batching.BatchFixture.id;
import static by.belparcel.batching.BatchFixture.openBatch;
import static by.belparcel.batching.BatchFixture.orders;
import static by.belparcel.batching.BatchFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.batching.BatchFixture;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.BatchEvent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderLeavingIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("batching");

    private TestDatabase database;
    private FunctionHarness harness;

    @BeforeEach
    void start() {
        database = POSTGRES.database();
        BatchFixture.empty(database);
        harness = BatchFixture.harness(database);
    }

    @AfterEach
    void nothingIsBroken() {
        assertThat(BatchFixture.broken(database)).isEmpty();
    }

    @Test
    void takesACancelledOrderOutOfItsBatch() {
        String gone = aBatchedOrder(harness);
        String stays = aBatchedOrder(harness);
        String batch = openBatch(database, PVZ);

        cancel(gone);

        assertThat(orders(database, batch)).containsExactly(stays);
        BatchEvent.OrderRemoved removed =
                harness.emitted(BatchEvent.OrderRemoved.TYPE).getLast();
        assertThat(removed.orderId()).isEqualTo(gone);
        assertThat(removed.count()).isEqualTo(1);
        assertThat(removed.reason()).isEqualTo("ORDER_CANCELLED");
    }

    @Test
    void tellsTheTripOfAnOrderThatLeavesAPlannedBatch() {
        String batch = aPlannedBatch(harness, 2);
        String gone = orders(database, batch).getFirst();

        cancel(gone);

        assertThat(state(database, batch)).isEqualTo("PLANNED");
        assertThat(harness.emitted(BatchEvent.OrderRemoved.TYPE).getLast().batchId())
                .isEqualTo(batch);
    }

    @Test
    void cancelsABatchThatIsEmptied() {
        String batch = aClosedBatch(harness, 1, 1_000);

        cancel(orders(database, batch).getFirst());

        assertThat(state(database, batch)).isEqualTo("CANCELLED");
        BatchEvent.Cancelled cancelled =
                harness.emitted(BatchEvent.Cancelled.TYPE).getLast();
        assertThat(cancelled.batchId()).isEqualTo(batch);
        assertThat(cancelled.reason()).isEqualTo("EMPTIED");
        assertThat(cancelled.orders()).isEmpty();
    }

    @Test // out of order: the cancellation is faster than the confirmation
    void neverBatchesAnOrderThatWasCancelledBeforeItWasConfirmed() {
        String order = id();

        cancel(order);
        EventReply late = confirm(harness, order, PVZ, 1_000);

        assertThat(late.result()).hasToString("IGNORED");
        assertThat(database.number("select count(*) from batching.members")).isZero();
        assertThat(database.number("select count(*) from batching.batches")).isZero();
    }

    @Test
    void batchesAnOrderOnceHoweverOftenItIsConfirmed() {
        String order = aBatchedOrder(harness);

        EventReply again = confirm(harness, order, PVZ, 1_000);

        assertThat(again.result()).hasToString("IGNORED");
        assertThat(orders(database, openBatch(database, PVZ))).containsExactly(order);
    }

    @Test
    void leavesAnOrderThatTheCarrierHasInItsBatch() {
        String batch = aPlannedBatch(harness, 2);
        String order = orders(database, batch).getFirst();
        harness.event("pickUpBatchOnBatchPickedUp", BatchFixture.pickedUp(database, batch, List.of()), 2);

        assertThat(cancel(order).result()).hasToString("IGNORED");
        assertThat(orders(database, batch)).contains(order);
    }

    @Test
    void countsTheAgeFromTheOldestOrderThatIsLeft() {
        String oldest = aBatchedOrder(harness);
        aBatchedOrder(harness);
        String batch = openBatch(database, PVZ);
        database.execute(
                "update batching.members set ready_at = ready_at - interval '20 min' where order_id = ?::uuid", oldest);
        database.execute("update batching.batches set oldest_at = oldest_at - interval '20 min'");

        cancel(oldest);

        assertThat(database.number(
                        "select count(*) from batching.batches where id = ?::uuid and age_at > now() + interval '29 min'",
                        batch))
                .isEqualTo(1);
    }

    private EventReply cancel(String order) {
        return harness.event("removeOrderFromBatchOnOrderCancelled", BatchFixture.cancelled(order), 4);
    }
}
