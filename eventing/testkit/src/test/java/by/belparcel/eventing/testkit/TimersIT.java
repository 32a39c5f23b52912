package by.belparcel.eventing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.inbox.DispatchTimers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

class TimersIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("parcels");

    private TestDatabase database;
    private FunctionHarness harness;
    private DispatchTimers dispatch;

    @BeforeEach
    void empty() {
        database = POSTGRES.database();
        database.execute("truncate eventing.timers, eventing.outbox");
        harness = FunctionHarness.of(database, new ParcelsFunctions());
        dispatch = new DispatchTimers(
                harness.machinery(), (id, kind, subject, due) -> new ParcelEvent.TimerFired(subject, kind));
    }

    private void timers(int number, String due) {
        database.execute(
                "insert into eventing.timers (id, due_at, kind, subject, dedupe_key, correlation_id)"
                        + " select 't' || i, now() + ?::interval, 'parcel.expiry', 'p' || i, 'p' || i, 'c' || i"
                        + " from generate_series(1, " + number + ") i",
                due);
    }

    @Test // D20: ticks overlap, are repeated and may be missed
    void firesEveryDueTimerOnceAlthoughDispatchersOverlap() {
        timers(1_500, "-1 second");

        Flux.range(0, 4).flatMap(i -> dispatch.tick(), 4).then().block(Duration.ofSeconds(30));
        dispatch.tick().block(Duration.ofSeconds(10));

        assertThat(harness.emitted(ParcelEvent.TimerFired.TYPE)).hasSize(1_500).doesNotHaveDuplicates();
        assertThat(database.number("select count(*) from eventing.timers where status = 'FIRED'"))
                .isEqualTo(1_500);
        assertThat(harness.emitted().getFirst().metadata()).satisfies(fact -> {
            assertThat(fact.extensions()).containsEntry("timerkind", "parcel.expiry");
            assertThat(fact.correlationId()).startsWith("c");
            assertThat(fact.causationId()).startsWith("t");
        });
    }

    @Test
    void doesNotFireWhatIsNotDueOrCancelled() {
        timers(3, "1 hour");
        database.execute(
                "update eventing.timers set due_at = now() - interval '1 hour', status = 'CANCELLED' where id = 't1'");

        dispatch.tick().block(Duration.ofSeconds(10));

        assertThat(harness.emitted()).isEmpty();
    }

    @Test // what cannot be emitted stays due
    void leavesTimersDueWhenTheirFactsCannotBeWritten() {
        timers(2, "-1 second");
        DispatchTimers broken = new DispatchTimers(harness.machinery(), (id, kind, subject, due) -> {
            throw new IllegalStateException("no such event");
        });

        assertThat(broken.tick().onErrorComplete().then().materialize().block(Duration.ofSeconds(10)))
                .isNotNull();

        assertThat(database.number("select count(*) from eventing.timers where status = 'DUE'"))
                .isEqualTo(2);
        dispatch.tick().block(Duration.ofSeconds(10));
        assertThat(harness.emitted()).hasSize(2);
    }
}
