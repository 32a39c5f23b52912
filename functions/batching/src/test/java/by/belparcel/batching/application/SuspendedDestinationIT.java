package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.BREST_HUB;
import static by.belparcel.batching.BatchFixture.BREST_PVZ;
import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.aBatchedOrder;
import static by.belparcel.batching.BatchFixture.aClosedBatch;
import static by.belparcel.batching.BatchFixture.confirm;
import static by.belparcel.batching.BatchFixture.id;
import static by.belparcel.batching.BatchFixture.openBatch;
import static by.belparcel.batching.BatchFixture.orders;
import static by.belparcel.batching.BatchFixture.pvzBecomes;
import static by.belparcel.batching.BatchFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.batching.BatchFixture;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.PlatformEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SuspendedDestinationIT {

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
    void freezesTheOpenBatchAndLetsTheOthersGo() {
        String closed = aClosedBatch(harness, 2, 1_000);
        String first = aBatchedOrder(harness);
        String second = aBatchedOrder(harness);
        String open = openBatch(database, PVZ);

        pvzBecomes(harness, PVZ, "SUSPENDED", false, 2);

        assertThat(state(database, open)).isEqualTo("CANCELLED");
        assertThat(state(database, closed)).isEqualTo("CLOSED");
        BatchEvent.Cancelled cancelled =
                harness.emitted(BatchEvent.Cancelled.TYPE).getLast();
        assertThat(cancelled.reason()).isEqualTo("DEST_SUSPENDED");
        assertThat(cancelled.orders()).containsExactlyInAnyOrder(first, second);
        assertThat(waiting()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void letsNewOrdersWaitAndBatchesThemWhenThePointIsOpenAgain() {
        String before = aBatchedOrder(harness);
        pvzBecomes(harness, PVZ, "SUSPENDED", false, 2);
        String meanwhile = aBatchedOrder(harness);
        assertThat(database.number("select count(*) from batching.batches where state = 'OPEN'"))
                .isZero();

        pvzBecomes(harness, PVZ, "OPEN", false, 3);

        assertThat(orders(database, openBatch(database, PVZ))).containsExactlyInAnyOrder(before, meanwhile);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void keepsTheAgeOfAnOrderThatWaited() {
        aBatchedOrder(harness);
        pvzBecomes(harness, PVZ, "SUSPENDED", false, 2);
        database.execute("update batching.orders set ready_at = now() - interval '3 hours'");

        pvzBecomes(harness, PVZ, "OPEN", false, 3);

        assertThat(database.number("select count(*) from batching.batches where state = 'OPEN' and age_at < now()"))
                .isEqualTo(1);
        assertThat(database.number(
                        "select count(*) from eventing.timers where kind = 'batch.age' and status = 'DUE' and due_at <= now()"
                                + " and subject = ?",
                        openBatch(database, PVZ)))
                .isEqualTo(1);
    }

    @Test
    void takesAnotherWayWhenAHubStopsSorting() {
        String order = id();
        confirm(harness, order, BREST_PVZ, 1_000);
        String overHub = openBatch(database, BREST_HUB);

        pvzBecomes(harness, BREST_HUB, "CLOSED", true, 2);

        assertThat(state(database, overHub)).isEqualTo("CANCELLED");
        assertThat(database.texts(
                        "select b.state from batching.members m join batching.batches b on b.id = m.batch_id"
                                + " where m.order_id = ?::uuid and b.dest_id <> ?::uuid",
                        order,
                        BREST_HUB))
                .containsExactly("OPEN");
    }

    @Test
    void doesNotBringBackAnOrderThatWasCancelledWhileItWaited() {
        String order = aBatchedOrder(harness);
        pvzBecomes(harness, PVZ, "SUSPENDED", false, 2);
        harness.event("removeOrderFromBatchOnOrderCancelled", BatchFixture.cancelled(order), 4);

        pvzBecomes(harness, PVZ, "OPEN", false, 3);

        assertThat(database.texts("select id from batching.batches where state = 'OPEN'"))
                .isEmpty();
    }

    @Test
    void ignoresAnOlderStateOfThePoint() {
        pvzBecomes(harness, PVZ, "OPEN", false, 5);

        assertThat(pvzBecomes(harness, PVZ, "SUSPENDED", false, 4).result()).hasToString("IGNORED");
        aBatchedOrder(harness);
        assertThat(openBatch(database, PVZ)).isNotEmpty();
    }

    @Test // D4
    void refusesAnIncompleteStateForGood() {
        var event = new PlatformEvent.ReferenceUpdated(
                "pvz", PVZ, 9, List.of("status"), Map.of("status", "SUSPENDED"), BatchFixture.NOW);

        assertThat(harness.event("regroupOrdersOnReferenceUpdated", event, 9).status())
                .isEqualTo(422);
    }

    private List<String> waiting() {
        return database.texts("select order_id from batching.orders where waiting = 'DEST_SUSPENDED'");
    }
}
