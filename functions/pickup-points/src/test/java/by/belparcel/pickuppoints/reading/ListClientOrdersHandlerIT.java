package by.belparcel.pickuppoints.reading;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.QueryCall;
import by.belparcel.pickuppoints.CounterScene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A client's parcels: by page, the last N, by scrolling (domain README 4.7). */
class ListClientOrdersHandlerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private final CounterScene scene = CounterScene.at(POSTGRES.database());
    private final String client = Long.toString(CounterScene.number());

    @Test
    void listsPagesNewestFirst() {
        List<Long> numbers = accepted(5);

        HttpReply first = list(Map.of("limit", "2"));
        HttpReply last = list(Map.of("limit", "2", "page", "3"));
        HttpReply beyond = list(Map.of("limit", "2", "page", "4"));

        assertThat(numbers(first)).containsExactly(numbers.get(4), numbers.get(3));
        assertThat(first.json().at("/total").asInt()).isEqualTo(5);
        assertThat(first.json().at("/total_pages").asInt()).isEqualTo(3);
        assertThat(first.text("items/0/user_id")).isEqualTo(client);
        assertThat(numbers(last)).containsExactly(numbers.getFirst());
        assertThat(beyond.status()).isEqualTo(200);
        assertThat(numbers(beyond)).isEmpty();
        assertThat(beyond.json().at("/total").asInt()).isEqualTo(5);
    }

    @Test
    void listsTheLastNOfAll() {
        List<Long> numbers = accepted(3);

        assertThat(numbers(list(Map.of("last", "2")))).containsExactly(numbers.get(2), numbers.get(1));
        assertThat(numbers(list(Map.of("last", "1000")))).hasSize(3);
    }

    @Test
    void scrollsThroughAllWithoutGapOrRepetitionWhileNewOnesCome() {
        List<Long> numbers = accepted(5);
        List<Long> seen = new ArrayList<>();
        String lastId = "0";

        while (!lastId.isEmpty()) {
            HttpReply part = list(Map.of("last_id", lastId, "limit", "2"));
            assertThat(part.status()).as(part.toString()).isEqualTo(200);
            seen.addAll(numbers(part));
            lastId = part.text("next_last_id");
            scene.accepted(client);
        }

        assertThat(seen).containsExactlyElementsOf(numbers.reversed());
    }

    @Test
    void showsWhatIsInThePointOnlyWhenAsked() {
        List<Long> numbers = accepted(3);
        scene.issue(numbers.getFirst());

        assertThat(numbers(list(Map.of("in_pvz", "true")))).containsExactly(numbers.get(2), numbers.get(1));
        assertThat(numbers(list(Map.of("in_pvz", "false")))).hasSize(3);
    }

    @Test // OVERDUE is computed, not only by timer, also in what is remembered
    void showsAParcelAsOverdueAsSoonAsItsDeadlineHasPassed() {
        long number = accepted(1).getFirst();
        assertThat(list(Map.of()).text("items/0/state")).isEqualTo("ACCEPTED");

        scene.age(number, Duration.ofDays(8));
        scene.call("changePointCapacity", Map.of("capacity_parcels", 1999))
                .path("id", scene.pvz())
                .send();
        scene.accepted(client);

        assertThat(list(Map.of()).json().at("/items/1/state").asString()).isEqualTo("OVERDUE");
    }

    @Test
    void showsAWorkerTheOwnPointAndStaffTheNetwork() {
        accepted(2);
        CounterScene other = CounterScene.at(POSTGRES.database());
        other.accepted(client);

        assertThat(list(Map.of()).json().at("/total").asInt()).isEqualTo(2);
        for (var staff :
                List.of(Principals.operator(), Principals.moderator(), Principals.admin(), Principals.auditor())) {
            assertThat(call(Map.of()).as(staff).send().json().at("/total").asInt())
                    .isEqualTo(3);
        }
        assertThat(call(Map.of()).as(Principals.shop("s")).send().status()).isEqualTo(403);
        assertThat(call(Map.of()).as(Principals.client(client)).send().status()).isEqualTo(403);
    }

    @Test
    void knowsNobodyWithoutParcels() {
        assertThat(list(Map.of()).json().at("/total").asInt()).isZero();
        assertThat(numbers(list(Map.of("last_id", "0")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "page, 0, /page",
        "page, -1, /page",
        "page, x, /page",
        "limit, 0, /limit",
        "limit, 101, /limit",
        "last, 0, /last",
        "last, 1001, /last",
        "in_pvz, yes, /in_pvz",
        "last_id, abc, /last_id",
        "last_id, 0190a001-0000-7000-8000-00000000dead, /last_id"
    })
    void namesTheFieldThatIsWrong(String name, String value, String pointer) {
        HttpReply reply = list(Map.of(name, value));

        assertThat(reply.code()).as(reply.toString()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void refusesToPageAndTakeTheLastAtOnce() {
        for (Map<String, String> both : List.of(
                Map.of("last", "5", "page", "1"),
                Map.of("last", "5", "limit", "10"),
                Map.of("last", "5", "last_id", "0"),
                Map.of("page", "1", "last_id", "0"))) {
            assertThat(list(both).code()).as(both.toString()).isEqualTo("PAGINATION_CONFLICT");
        }
    }

    @Test
    void refusesAClientWhoIsNone() {
        HttpReply reply = scene.harness()
                .query("listClientParcels")
                .as(scene.worker())
                .path("id", "not a client!")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("errors/0/pointer")).isEqualTo("/user_id");
    }

    private List<Long> accepted(int count) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(scene.accepted(client));
        }
        return numbers;
    }

    private HttpReply list(Map<String, String> parameters) {
        return call(parameters).as(scene.worker()).send();
    }

    private QueryCall call(Map<String, String> parameters) {
        QueryCall call = scene.harness().query("listClientParcels").path("id", client);
        parameters.forEach(call::query);
        return call;
    }

    private static List<Long> numbers(HttpReply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json()
                .at("/items")
                .valueStream()
                .map((JsonNode item) -> item.get("external_ref").asLong())
                .toList();
    }
}
