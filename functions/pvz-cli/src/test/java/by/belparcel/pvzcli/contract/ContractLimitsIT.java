package by.belparcel.pvzcli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pvzcli.Line;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of domain pickup-points.md 3.4 that are about many calls or large ones, and not about one deed. */
final class ContractLimitsIT {

    private static final int MORE_THAN_A_BUCKET = 30;

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private static Network network;

    @BeforeAll
    static void start() {
        network = new Network(POSTGRES.database(), Map.of());
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private static Scene scene() {
        return Scene.next(Clock.systemUTC().instant(), network);
    }

    @Test
    void tooManyCallsInASecondAreRefusedEverywhere() {
        // One a second: a machine on which a call takes long would never empty a bucket of five.
        try (Network limited = new Network(POSTGRES.database(), Map.of("BELPARCEL_PVZ_RATE", "1"))) {
            // Two of them meet the same process, so each is another terminal.
            Iterator<String> terminals = List.of("A", "B", "F").iterator();
            for (Face face : limited.faces()) {
                String token = limited.token(terminals.next());
                List<Outcome> outcomes = IntStream.range(0, MORE_THAN_A_BUCKET)
                        .mapToObj(call -> face.perform(Verb.OVERDUE, Map.of(), token))
                        .toList();
                Expected refused = Expected.parse("RATE_LIMITED");

                assertThat(outcomes.getFirst().code()).isEqualTo("OK");
                assertThat(outcomes.stream().filter(outcome -> !outcome.code().equals("OK")))
                        .as(face.getClass().getSimpleName())
                        .isNotEmpty()
                        .allMatch(outcome -> outcome.code().equals("RATE_LIMITED"))
                        .allMatch(outcome -> outcome.status().equals(face.status(refused)));
            }
        }
    }

    /** Rows, and how long a word makes each of them. */
    @ParameterizedTest
    @CsvSource({"10001, 1", "9000, 1200"})
    void anImportOfTooManyRowsOrBytesIsRefusedEverywhereAsAWhole(int count, int length) {
        String rows = IntStream.rangeClosed(1, count)
                .mapToObj(number -> number + "/1/2030-01-01T00:00:00Z/" + "x".repeat(length))
                .collect(Collectors.joining(","));
        Expected refused = Expected.parse("BODY_TOO_LARGE");

        for (Face face : network.faces()) {
            Outcome outcome = face.perform(Verb.IMPORT, Map.of("rows", rows), network.token("A"));

            assertThat(outcome.code()).as(face.getClass().getSimpleName()).isEqualTo("BODY_TOO_LARGE");
            assertThat(outcome.status()).isEqualTo(face.status(refused));
        }
        assertThat(network.state("1")).isEqualTo("absent");
    }

    @Test
    void theSameKeyRepeatsTheAnswerAndAnotherOneIsRefused() {
        Scene scene = scene();
        Map<String, String> parcel =
                Map.of("order_id", scene.fill("{1}"), "user_id", scene.fill("{u}"), "storage_until", scene.fill("+7d"));
        assertThat(network.httpFace
                        .perform(Verb.ACCEPT, parcel, network.token("A"))
                        .code())
                .isEqualTo("OK");

        Line.Ended first = issue(scene, "key-1");

        assertThat(first.out()).isEqualTo("PROCESSED: " + scene.fill("{1}") + "\n");
        assertThat(issue(scene, "key-1")).isEqualTo(first);
        assertThat(issue(scene, "key-2"))
                .isEqualTo(new Line.Ended(3, "ERROR " + scene.fill("{1}") + ": ORDER_ALREADY_ISSUED\n", ""));
    }

    private static Line.Ended issue(Scene scene, String key) {
        return Line.of("issue", "--order-ids=" + scene.fill("{1}"), "--idempotency-key=" + scene.base() + key)
                .with("BELPARCEL_TOKEN", network.token("A"))
                .at(network.endpoint())
                .run();
    }

    @Test
    void withoutATokenNobodyGetsAnAnswer() {
        for (Face face : network.faces()) {
            Outcome outcome = face.perform(Verb.OVERDUE, Map.of(), "e30.e30.e30");

            assertThat(outcome.code()).as(face.getClass().getSimpleName()).isEqualTo("UNAUTHENTICATED");
            assertThat(outcome.status()).isEqualTo(face.status(Expected.parse("UNAUTHENTICATED")));
        }
    }
}
