package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.id;
import static by.belparcel.batching.BatchFixture.orders;
import static by.belparcel.batching.BatchFixture.state;
import static by.belparcel.batching.ReceiptFixture.aDeliveredBatch;
import static by.belparcel.batching.ReceiptFixture.find;
import static by.belparcel.batching.ReceiptFixture.lose;
import static by.belparcel.batching.ReceiptFixture.receive;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.batching.BatchFixture;
import by.belparcel.batching.ReceiptFixture;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.BatchEvent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A batch after it was handed over: received, partly received, reconciled; whatever the order of the news. */
class ReceiptIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("batching");

    private TestDatabase database;
    private FunctionHarness harness;
    private String batch;
    private List<String> orders;

    @BeforeEach
    void aBatchStandsAtThePoint() {
        database = POSTGRES.database();
        BatchFixture.empty(database);
        database.execute("truncate batching.receipts");
        harness = BatchFixture.harness(database);
        batch = aDeliveredBatch(harness, 3);
        orders = orders(database, batch);
    }

    @AfterEach
    void nothingIsBroken() {
        assertThat(BatchFixture.broken(database)).isEmpty();
    }

    @Test
    void isReceivedWhenNothingIsMissing() {
        receive(harness, batch, orders, List.of(), 5);

        assertThat(state(database, batch)).isEqualTo("RECEIVED");
        assertThat(reconciled()).isEmpty();
    }

    @Test // domain delivery.md section 3: partial receipt is first-class
    void staysPartlyReceivedUntilTheLastMissingParcelIsFoundOrLost() {
        receive(harness, batch, orders.subList(0, 1), orders.subList(1, 3), 5);
        assertThat(state(database, batch)).isEqualTo("PARTIALLY_RECEIVED");

        find(harness, orders.get(1));
        assertThat(state(database, batch)).isEqualTo("PARTIALLY_RECEIVED");
        lose(harness, orders.get(2), 1);

        assertThat(state(database, batch)).isEqualTo("RECONCILED");
        assertThat(reconciled()).singleElement().satisfies(event -> {
            assertThat(event.pvzId()).isEqualTo(PVZ);
            assertThat(event.found()).containsExactly(orders.get(1));
            assertThat(event.lost()).containsExactly(orders.get(2));
        });
        assertThat(find(harness, orders.get(2)).result()).hasToString("IGNORED");
        assertThat(reconciled()).hasSize(1);
    }

    @Test
    void isReconciledByASecondReceiptThatHasTheRest() {
        receive(harness, batch, orders.subList(0, 2), orders.subList(2, 3), 5);
        receive(harness, batch, orders.subList(2, 3), List.of(), 6);

        assertThat(state(database, batch)).isEqualTo("RECONCILED");
        assertThat(reconciled())
                .singleElement()
                .satisfies(event -> assertThat(event.found()).containsExactly(orders.get(2)));
    }

    @Test
    void givesUpAllParcelsOfAnOrderThatIsLost() {
        receive(harness, batch, orders.subList(0, 2), orders.subList(2, 3), 5);
        lose(harness, orders.get(2), null);

        assertThat(state(database, batch)).isEqualTo("RECONCILED");
        assertThat(reconciled().getFirst().lost()).containsExactly(orders.get(2));
    }

    @Test // out of order: found or lost before the receipt that misses it
    void knowsWhatWasSettledBeforeTheReceipt() {
        assertThat(find(harness, orders.get(1)).status()).isEqualTo(204);
        lose(harness, orders.get(2), null);
        assertThat(state(database, batch)).isEqualTo("DELIVERED");

        receive(harness, batch, orders.subList(0, 1), orders.subList(1, 3), 5);

        assertThat(state(database, batch)).isEqualTo("RECONCILED");
        assertThat(reconciled().getFirst().lost()).containsExactly(orders.get(2));
    }

    @Test // out of order: the second receipt comes first
    void endsTheSameWhenTheReceiptsOvertakeEachOther() {
        receive(harness, batch, orders.subList(2, 3), List.of(), 6);
        receive(harness, batch, orders.subList(0, 2), orders.subList(2, 3), 5);

        assertThat(state(database, batch)).isEqualTo("RECONCILED");
        assertThat(reconciled()).hasSize(1);
    }

    @Test // out of order: the point was faster than the news of the carrier
    void isReceivedBeforeItsDeliveryIsTold() {
        String other = BatchFixture.aPlannedBatch(harness, 2);
        receive(harness, other, orders(database, other), List.of(), 5);

        assertThat(state(database, other)).isEqualTo("RECEIVED");
        assertThat(harness.event(
                                "deliverBatchOnBatchDeliveredToPvz",
                                new BatchEvent.DeliveredToPvz(
                                        other, id(), id(), PVZ, BatchFixture.NOW, List.of(), BatchFixture.NOW),
                                3)
                        .result())
                .hasToString("IGNORED");
        assertThat(state(database, other)).isEqualTo("RECEIVED");
    }

    @Test
    void asksAgainForABatchThatIsNotKnownYet() {
        assertThat(receive(harness, id(), List.of(), List.of(), 5).status()).isEqualTo(503);
    }

    @Test
    void caresForNoParcelWithoutAnOrder() {
        assertThat(harness.event("findParcelOnPvzOrderAccepted", ReceiptFixture.accepted(null, null), 1)
                        .result())
                .hasToString("IGNORED");
    }

    @Test // D7
    void showsWhatIsMissingAndWhatBecameOfIt() {
        receive(harness, batch, orders.subList(0, 1), orders.subList(1, 3), 5);
        find(harness, orders.get(1));

        HttpReply reply = harness.query("getBatch")
                .as(Principals.operator())
                .path("id", batch)
                .send();

        assertThat(reply.json().get("state").asString()).isEqualTo("PARTIALLY_RECEIVED");
        assertThat(reply.json().get("missing").toString())
                .contains("\"FOUND\"", "\"MISSING\"", orders.get(1), orders.get(2))
                .doesNotContain(orders.get(0));
    }

    private List<BatchEvent.Reconciled> reconciled() {
        return harness.emitted(BatchEvent.Reconciled.TYPE).stream()
                .filter(event -> event.batchId().equals(batch))
                .toList();
    }
}
