package by.belparcel.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writers and relay step by step in random orders; a failing seed fails again. */
final class OutboxInterleavingIT {

    private static final int INTERLEAVINGS = Integer.getInteger("belparcel.interleavings", 250);
    private static final int FOR_BROKEN = 60;
    private static final int STEPS = 24;

    @FunctionalInterface
    private interface Relays {
        Relay open(OutboxBed bed, RandomGenerator random) throws SQLException;
    }

    private final OutboxBed bed = new OutboxBed();

    @AfterEach
    void close() {
        bed.close();
    }

    @Test // R-24, the smallest case
    void publishesATransactionThatCommitsAfterALaterOne() throws SQLException {
        OutboxDrain drain = bed.drain();
        try (Connection first = bed.connect();
                Connection second = bed.connect()) {
            first.setAutoCommit(false);
            String late = bed.append(first, "late", 1);
            String early = bed.append(second, "early", 1);
            assertThat(drain.drain().block()).isOne();
            assertThat(bed.published()).extracting(Published::id).containsExactly(early);
            first.commit();
            assertThat(drain.drain().block()).isOne();
            assertThat(bed.published()).extracting(Published::id).containsExactlyInAnyOrder(early, late);
            assertThat(drain.drain().block()).isZero();
        }
    }

    @ParameterizedTest // kills between any two steps
    @ValueSource(longs = {1, 2, 3, 4})
    void losesNothingAndKeepsTheOrderInRandomInterleavings(long seed) throws SQLException {
        LogCheck check =
                check(seed, INTERLEAVINGS, (where, random) -> new DrainRelay(where, random, 1 + random.nextInt(4)));
        assertThat(check.events()).isGreaterThan(INTERLEAVINGS);
        assertThat(check.lost()).isZero();
        assertThat(check.ghosts()).isZero();
        assertThat(check.disordered()).isZero();
        assertThat(check.doubled()).as("kills repeat windows").isPositive();
    }

    @Test // M4
    void theCheckSeesACursorOnTheSequence() throws SQLException {
        assertThat(check(5, FOR_BROKEN, BrokenRelay.SequenceCursor::new).lost()).isPositive();
    }

    @Test // M3
    void theCheckSeesAMarkBeforeTheAcknowledgement() throws SQLException {
        assertThat(check(6, FOR_BROKEN, BrokenRelay.MarksFirst::new).lost()).isPositive();
    }

    @Test // M8
    void theCheckSeesSkippedLocksWithoutKeys() throws SQLException {
        LogCheck check = check(7, FOR_BROKEN, BrokenRelay.SkipsLockedRows::new);
        assertThat(check.lost()).isZero();
        assertThat(check.disordered()).isPositive();
    }

    private LogCheck check(long seed, int interleavings, Relays relays) throws SQLException {
        RandomGenerator random = new SplittableRandom(seed);
        List<Connection> writers = new ArrayList<>();
        try (Relay relay = relays.open(bed, random)) {
            for (int i = 0; i < 4; i++) {
                Connection writer = bed.connect();
                writer.setAutoCommit(false);
                writers.add(writer);
                Servers.lockTimeout(writer);
            }
            for (int i = 0; i < interleavings; i++) {
                new Interleaving(bed, random, writers, relay).run("i" + i, STEPS);
            }
            relay.finish();
        } finally {
            for (Connection writer : writers) {
                writer.close();
            }
        }
        return bed.check();
    }
}
