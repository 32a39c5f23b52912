package by.belparcel.eventing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.inbox.InboxMetrics.Delivery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that dies at any point of a command or of an event's handling, and what its retry finds. */
class CrashPointsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("parcels");

    private static final int KILLED = 137;

    private FunctionHarness harness;

    @BeforeEach
    void empty() {
        POSTGRES.database()
                .execute(
                        "truncate parcels.parcels, parcels.weighings, eventing.inbox, eventing.idempotency, eventing.outbox,"
                                + " eventing.timers");
        harness = FunctionHarness.of(POSTGRES.database(), new ParcelsFunctions());
    }

    private long count(String table) {
        return POSTGRES.database().number("select count(*) from " + table);
    }

    @ParameterizedTest // H-12, H-13
    @ValueSource(strings = {"C2", "C3", "C4", "C5", "C6", "C7"})
    void aCommandHasItsEffectOnceAfterACrashAt(String point) throws Exception {
        assertThat(CrashingProcess.run(POSTGRES.database(), "command", "k", point))
                .isEqualTo(KILLED);
        boolean committed = point.equals("C7");
        Held.await(
                () -> count("pg_locks where locktype = 'advisory' and database = "
                                + "(select oid from pg_database where datname = current_database())")
                        == 0,
                "the lock of a dead process stayed");
        assertThat(count("parcels.parcels")).isEqualTo(committed ? 1 : 0);
        assertThat(count("eventing.idempotency")).isEqualTo(committed ? 1 : 0);

        HttpReply retry = CrashingProcess.command(harness, "k").send();

        assertThat(retry.status()).isEqualTo(201);
        assertThat(retry.replayed()).isEqualTo(committed);
        assertThat(count("parcels.parcels")).isEqualTo(1);
        assertThat(count("eventing.outbox")).isEqualTo(1);
        assertThat(count("eventing.timers")).isEqualTo(1);
        assertThat(retry.text("id")).isEqualTo(POSTGRES.database().text("select id from parcels.parcels"));
    }

    @ParameterizedTest // D15
    @ValueSource(strings = {"E1", "E2", "E3", "E4", "E5", "E6"})
    void anEventHasItsEffectOnceAfterACrashAt(String point) throws Exception {
        EventEnvelope event = TestEvents.withId(TestEvents.envelope(new ParcelEvent.Weighed("p1", 1, null), 1), "e-1");
        assertThat(CrashingProcess.run(POSTGRES.database(), "event", "e-1", point))
                .isEqualTo(KILLED);

        EventReply reply = harness.deliver("addWeightOnParcelWeighed", event);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.result()).isEqualTo(point.equals("E6") ? Delivery.DUPLICATE : Delivery.APPLIED);
        assertThat(count("parcels.weighings")).isEqualTo(1);
        assertThat(count("eventing.outbox")).isEqualTo(1);
    }
}
