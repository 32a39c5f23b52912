package by.belparcel.pvzcli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of {@code table.txt} over HTTP, gRPC and the command line: the same code, the same wrong fields, the same answer,
 * the same states and facts afterwards, and each transport's own status for it.
 */
final class ContractTableIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    /** Whole seconds, because a verification ends at one. */
    private static final Instant ZERO = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    private static Network network;

    @BeforeAll
    static void start() {
        Network.withClock(POSTGRES.database());
        network = new Network(POSTGRES.database(), Map.of());
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    static List<Case> table() {
        return Case.all();
    }

    @Test
    void theTableHasEnoughCases() {
        assertThat(table()).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
        assertThat(table().stream().map(Case::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("table")
    void isTheSameOverHttpAndGrpcAndOnTheCommandLine(Case row) {
        List<Object> effects = new ArrayList<>();
        for (Face face : network.faces()) {
            Scene scene = Scene.next(ZERO, network);
            row.before().forEach(deed -> before(deed.with(scene)));
            long seen = lastEvent();
            Deed deed = row.deed().with(scene);
            network.clock(ZERO.plus(deed.at()));
            Outcome outcome = face.perform(Verb.of(deed.verb()), deed.values(), network.token(deed.point()));

            String by = face.getClass().getSimpleName() + " answered " + outcome;
            Expected expected = row.expected();
            assertThat(outcome.code()).as(by).isEqualTo(expected.code());
            assertThat(outcome.status()).as(by).isEqualTo(face.status(expected));
            if (!expected.fields().isEmpty()) {
                assertThat(outcome.fields()).as(by).isEqualTo(expected.fields());
            }
            expected.facts()
                    .forEach(
                            (name, value) -> assertThat(outcome.facts()).as(by).containsEntry(scene.fill(name), value));
            Map<String, String> states = new TreeMap<>();
            expected.states().keySet().forEach(place -> states.put(place, network.state(scene.fill(place))));
            assertThat(states).as(by).isEqualTo(expected.states());
            effects.add(List.of(states, facts(seen), outcome.fields()));
        }
        assertThat(effects).as("effects over all transports").allMatch(effects.getFirst()::equals);
    }

    /** What happened before happened over HTTP. */
    private static void before(Deed deed) {
        network.clock(ZERO.plus(deed.at()));
        if (network.arrange(deed.verb(), deed.values())) {
            return;
        }
        Outcome outcome = network.httpFace.perform(Verb.of(deed.verb()), deed.values(), network.token(deed.point()));
        assertThat(outcome.code()).as("%s answered %s", deed, outcome).isEqualTo("OK");
        assertThat(Outcome.partial(outcome.facts()))
                .as("%s answered %s", deed, outcome)
                .isFalse();
    }

    private static long lastEvent() {
        return POSTGRES.database().number("select coalesce(max(seq), 0) from eventing.outbox");
    }

    /** Types of the facts since then. */
    private static List<String> facts(long seen) {
        return POSTGRES.database().texts("select type from eventing.outbox where seq > ? order by type", seen);
    }
}
