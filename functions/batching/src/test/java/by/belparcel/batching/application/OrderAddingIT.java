package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.BREST_HUB;
import static by.belparcel.batching.BatchFixture.BREST_PVZ;
import static by.belparcel.batching.BatchFixture.MINSK;
import static by.belparcel.batching.BatchFixture.NOW;
import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.confirm;
import static by.belparcel.batching.BatchFixture.id;
import static by.belparcel.batching.BatchFixture.openBatch;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.batching.BatchFixture;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.OrderEvent;
import by.belparcel.kernel.BatchCloseReason;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.ServiceClass;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderAddingIT {

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
    void opensABatchForTheFirstOrderOfAKey() {
        String order = id();
        confirm(harness, order, PVZ, 1_500);

        String batch = openBatch(database, PVZ);
        BatchEvent.Opened opened = last(harness.emitted(BatchEvent.Opened.TYPE));
        BatchEvent.OrderAdded added = last(harness.emitted(BatchEvent.OrderAdded.TYPE));
        assertThat(opened.batchId()).isEqualTo(batch);
        assertThat(opened.number()).matches("B-[0-9]{6}-[0-9]{4,}");
        assertThat(opened.key().origin()).isEqualTo(MINSK);
        assertThat(opened.key().destType()).isEqualTo(DestinationType.PVZ);
        assertThat(added.orderId()).isEqualTo(order);
        assertThat(added.count()).isEqualTo(1);
        assertThat(added.weightG()).isEqualTo(1_500);
        assertThat(database.texts(
                        "select status || ' ' || round(extract(epoch from due_at - now()) / 60) from eventing.timers"
                                + " where kind = 'batch.age' and subject = ?",
                        batch))
                .containsExactly("DUE 30");
    }

    @Test
    void goesOverTheHubNearestToAFarPickUpPoint() {
        confirm(harness, id(), BREST_PVZ, 1_000);

        assertThat(database.rows("select dest_type, dest_id from batching.batches"))
                .containsExactly(List.of("HUB", BREST_HUB));
    }

    @Test
    void closesWithTheTenthOrderAndOpensAnotherBatchForTheNext() {
        for (int i = 0; i < 11; i++) {
            confirm(harness, id(), PVZ, 100);
        }

        assertThat(database.rows("select state, orders_count, close_reason from batching.batches order by opened_at"))
                .containsExactly(List.of("CLOSED", "10", "SIZE"), List.of("OPEN", "1", "null"));
        BatchEvent.Closed closed = last(harness.emitted(BatchEvent.Closed.TYPE));
        assertThat(closed.orders()).hasSize(10).doesNotHaveDuplicates();
        assertThat(closed.reason()).isEqualTo(BatchCloseReason.SIZE);
        assertThat(closed.weightG()).isEqualTo(1_000);
        assertThat(database.texts("select status from eventing.timers where subject = ?", closed.batchId()))
                .containsExactly("CANCELLED");
    }

    @Test
    void closesWithoutTheOrderThatWouldMakeItTooHeavy() {
        for (int i = 0; i < 7; i++) {
            confirm(harness, id(), PVZ, 50_000);
        }

        assertThat(database.rows("select state, weight_g, close_reason from batching.batches order by opened_at"))
                .containsExactly(List.of("CLOSED", "300000", "WEIGHT"), List.of("OPEN", "50000", "null"));
    }

    @Test
    void closesWithoutTheOrderThatWouldMakeItTooLarge() {
        harness.event("batchOrderOnOrderConfirmed", BatchFixture.confirmed(id(), PVZ, 1_000, 1_500_000), 3);
        harness.event("batchOrderOnOrderConfirmed", BatchFixture.confirmed(id(), PVZ, 1_000, 500_001), 3);

        assertThat(database.rows(
                        "select state, volume_cm3, close_reason from batching.batches order by opened_at, state"))
                .containsExactly(List.of("CLOSED", "1500000", "VOLUME"), List.of("OPEN", "500001", "null"));
    }

    @Test
    void givesAnOrderThatIsMoreThanABatchABatchOfItsOwn() {
        String usual = id();
        confirm(harness, usual, PVZ, 1_000);
        String heavy = id();
        confirm(harness, heavy, PVZ, 300_001);

        assertThat(database.rows("select state, weight_g, close_reason from batching.batches order by weight_g"))
                .containsExactly(List.of("OPEN", "1000", "null"), List.of("CLOSED", "300001", "WEIGHT"));
        assertThat(last(harness.emitted(BatchEvent.Closed.TYPE)).orders()).containsExactly(heavy);
    }

    @Test
    void keepsServicesApart() {
        confirm(harness, id(), PVZ, 1_000);
        harness.event(
                "batchOrderOnOrderConfirmed",
                new OrderEvent.Confirmed(id(), MINSK, PVZ, 1, 1, ServiceClass.EXPRESS, id(), NOW),
                3);

        assertThat(database.texts("select service from batching.batches where state = 'OPEN' order by 1"))
                .containsExactly("EXPRESS", "NORMAL");
    }

    @Test
    void followsTheRulesOfTheWarehouseWhereItHasSome() {
        database.execute("insert into batching.rules (place_id, max_orders) values (?::uuid, 2)", MINSK);
        for (int i = 0; i < 3; i++) {
            confirm(harness, id(), PVZ, 1_000);
        }

        assertThat(database.rows("select state, orders_count from batching.batches order by opened_at"))
                .containsExactly(List.of("CLOSED", "2"), List.of("OPEN", "1"));
    }

    @Test // D4: the key of a batch is never empty
    void asksAgainForAPlaceThatIsNotKnownYet() {
        EventReply reply = confirm(harness, id(), id(), 1_000);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("PLACE_UNKNOWN");
        assertThat(database.number("select count(*) from batching.orders")).isZero();
    }

    private static <T> T last(List<T> list) {
        return list.getLast();
    }
}
