package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.NOW;
import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.aBatchedOrder;
import static by.belparcel.batching.BatchFixture.id;
import static by.belparcel.batching.BatchFixture.openBatch;
import static by.belparcel.batching.BatchFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.batching.BatchFixture;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.PlatformEvent;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClosingTimersIT {

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

    @Test // D10: a trickle does not keep a batch open
    void closesByTheAgeOfTheOldestOrderHoweverNewTheOthersAre() {
        aBatchedOrder(harness);
        String batch = openBatch(database, PVZ);
        age(batch, 29);
        aBatchedOrder(harness);
        assertThat(fire("closeBatchOnBatchAge", "batch.age", batch).status()).isEqualTo(204);
        assertThat(state(database, batch)).isEqualTo("OPEN");
        age(batch, 2);
        aBatchedOrder(harness);

        fire("closeBatchOnBatchAge", "batch.age", batch);

        assertThat(state(database, batch)).isEqualTo("CLOSED");
        assertThat(harness.emitted(BatchEvent.Closed.TYPE).getLast().reason()).hasToString("AGE");
        assertThat(harness.emitted(BatchEvent.Closed.TYPE).getLast().orders()).hasSize(3);
    }

    @Test // D20
    void closesThroughTheTimersOfTheDatabaseWithAShortAge() {
        harness = BatchFixture.harness(database, Map.of("BELPARCEL_BATCHING_AGE_NORMAL", "PT0S"));
        aBatchedOrder(harness);
        String batch = openBatch(database, PVZ);

        harness.fireTimers(
                "batch.age",
                (timer, kind, subject, due) -> new PlatformEvent.TimerFired(timer, kind, subject, due, NOW));
        harness.deliver();

        assertThat(state(database, batch)).isEqualTo("CLOSED");
    }

    @Test
    void setsAnotherTimerWhenThisOneIsTooEarly() {
        aBatchedOrder(harness);
        String batch = openBatch(database, PVZ);

        fire("closeBatchOnBatchAge", "batch.age", batch);
        fire("closeBatchOnBatchAge", "batch.age", batch);

        assertThat(database.number(
                        "select count(*) from eventing.timers where subject = ? and kind = 'batch.age' and status = 'DUE'",
                        batch))
                .isEqualTo(3);
        assertThat(state(database, batch)).isEqualTo("OPEN");
    }

    @Test
    void waitsTwiceAsLongForTheMinimumAndNotLonger() {
        harness = BatchFixture.harness(database, Map.of("BELPARCEL_BATCHING_MIN_ORDERS", "2"));
        aBatchedOrder(harness);
        String batch = openBatch(database, PVZ);
        age(batch, 59);
        fire("closeBatchOnBatchAge", "batch.age", batch);
        assertThat(state(database, batch)).isEqualTo("OPEN");

        age(batch, 2);
        fire("closeBatchOnBatchAge", "batch.age", batch);

        assertThat(state(database, batch)).isEqualTo("CLOSED");
    }

    @Test
    void closesAtTheCutOffOfTheWarehouse() {
        database.execute("update batching.places set cutoffs = '{12:00,18:00}' where id = ?::uuid", BatchFixture.MINSK);
        aBatchedOrder(harness);
        String batch = openBatch(database, PVZ);
        assertThat(database.number(
                        "select count(*) from eventing.timers where subject = ? and kind = 'batch.cutoff' and status = 'DUE'",
                        batch))
                .isEqualTo(1);
        fire("closeBatchOnBatchCutoff", "batch.cutoff", batch);
        assertThat(state(database, batch)).isEqualTo("OPEN");

        database.execute("update batching.batches set cutoff_at = now() where id = ?::uuid", batch);
        fire("closeBatchOnBatchCutoff", "batch.cutoff", batch);

        assertThat(state(database, batch)).isEqualTo("CLOSED");
        assertThat(harness.emitted(BatchEvent.Closed.TYPE).getLast().reason()).hasToString("CUTOFF");
    }

    @Test // a timer is a hint
    void leavesABatchThatIsNotOpenAlone() {
        String batch = BatchFixture.aClosedBatch(harness, 2, 1_000);
        age(batch, 100);

        assertThat(fire("closeBatchOnBatchAge", "batch.age", batch).result()).hasToString("IGNORED");
        assertThat(fire("closeBatchOnBatchCutoff", "batch.cutoff", batch).result())
                .hasToString("IGNORED");
        assertThat(fire("closeBatchOnBatchAge", "batch.age", id()).result()).hasToString("IGNORED");
        assertThat(harness.emitted(BatchEvent.Closed.TYPE).stream()
                        .filter(closed -> closed.batchId().equals(batch)))
                .hasSize(1);
    }

    private EventReply fire(String function, String kind, String batch) {
        return harness.event(function, new PlatformEvent.TimerFired(id(), kind, batch, NOW, NOW), 1);
    }

    /** Moves everything that the batch holds so many minutes into the past. */
    private void age(String batch, int minutes) {
        database.execute(
                "update batching.members set ready_at = ready_at - ? * interval '1 minute' where batch_id = ?::uuid",
                minutes,
                batch);
        database.execute(
                "update batching.batches set oldest_at = oldest_at - ? * interval '1 minute' where id = ?::uuid",
                minutes,
                batch);
    }
}
