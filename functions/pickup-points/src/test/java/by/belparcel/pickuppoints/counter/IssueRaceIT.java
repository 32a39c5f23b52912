package by.belparcel.pickuppoints.counter;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pickuppoints.CounterScene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Many terminals at once (D22, A5): a parcel is handed over once, and nobody waits for ever. */
class IssueRaceIT {

    private static final int AT_ONCE = 100;

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private CounterScene scene;

    @BeforeEach
    void start() {
        scene = CounterScene.at(POSTGRES.database());
    }

    private List<HttpReply> together(List<Map<String, Object>> bodies) {
        return Objects.requireNonNull(Flux.fromIterable(bodies)
                .flatMap(body -> scene.call("processParcels", body).reply(), AT_ONCE)
                .collectList()
                .block(Duration.ofMinutes(2)));
    }

    private static Map<String, Object> issue(List<?> names) {
        return Map.of("action", "ISSUE", "order_ids", names);
    }

    @ParameterizedTest // D22, A5: exactly one success, one handover in the outbox
    @ValueSource(ints = {100, 1000})
    void issuesAParcelOnce(int terminals) {
        long number = scene.accepted();

        List<HttpReply> replies = together(Collections.nCopies(terminals, issue(List.of(number))));

        assertThat(replies)
                .hasSize(terminals)
                .allSatisfy(reply -> assertThat(reply.status()).as("%s", reply).isEqualTo(200));
        assertThat(replies)
                .filteredOn(reply -> reply.json().at("/processed").size() == 1)
                .hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.text("errors/0/code").equals("ORDER_ALREADY_ISSUED"))
                .hasSize(terminals - 1);
        assertThat(scene.facts(number)).containsExactly("pvz-order.accepted", "pvz-order.issued");
        assertThat(scene.stock()).isZero();
        assertThat(POSTGRES.database().borrowedConnections()).isZero();
    }

    @Test // D22: lists that overlap in every order meet no deadlock, because rows are locked in the order of ids
    void issuesOverlappingListsWithoutADeadlock() {
        List<Long> numbers =
                LongStream.range(0, 20).map(i -> scene.accepted()).boxed().toList();
        Random random = new Random(22);
        List<Map<String, Object>> bodies = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<Long> shuffled = new ArrayList<>(numbers);
            Collections.shuffle(shuffled, random);
            bodies.add(issue(shuffled.subList(0, 1 + random.nextInt(20))));
        }

        List<HttpReply> replies = together(bodies);

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
        int processed = replies.stream()
                .mapToInt(reply -> reply.json().at("/processed").size())
                .sum();
        long issued = numbers.stream()
                .filter(number -> scene.state(number).equals("ISSUED"))
                .count();
        assertThat(processed).isEqualTo((int) issued);
        assertThat(scene.stock()).isEqualTo(20 - issued);
    }

    @Test // I3: whatever terminals do at once, stock, history and facts agree with the rows
    void keepsItsBooksWhateverTerminalsDoAtOnce() {
        Random random = new Random(3);
        List<Long> numbers =
                LongStream.range(0, 12).map(i -> scene.accepted()).boxed().toList();

        List<HttpReply> replies = Objects.requireNonNull(Flux.range(0, 300)
                .map(i -> numbers.get(random.nextInt(numbers.size())))
                .flatMap(
                        number -> switch (random.nextInt(5)) {
                            case 0 ->
                                scene.call("processParcels", issue(List.of(number)))
                                        .reply();
                            case 1 ->
                                scene.call(
                                                "processParcels",
                                                Map.of(
                                                        "action",
                                                        "RETURN",
                                                        "user_id",
                                                        123,
                                                        "order_ids",
                                                        List.of(number)))
                                        .reply();
                            case 2 ->
                                random.nextInt(6) > 0
                                        ? scene.at("moveParcel", number, Map.of("cell", "C-01-" + random.nextInt(1, 4)))
                                                .reply()
                                        : scene.at("refuseParcel", number, Map.of())
                                                .reply();
                            case 3 ->
                                scene.at("extendStorage", number, Map.of("days", 1))
                                        .reply();
                            default ->
                                scene.at("returnParcelToCourier", number, Map.of())
                                        .reply();
                        },
                        20)
                .collectList()
                .block(Duration.ofMinutes(1)));

        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).as("%s", reply).isLessThan(500));
        assertThat(scene.stock()).isEqualTo(scene.database().number("""
                select count(*) from pickup_points.parcel
                where pvz_id = ?::uuid and state in ('ACCEPTED', 'OVERDUE', 'REFUSED', 'RETURNED_BY_CLIENT')
                """, scene.pvz()));
        assertThat(scene.database().rows("""
                select p.external_ref, p.version, count(h.*), max(h.version)
                from pickup_points.parcel p join pickup_points.history h on h.parcel_id = p.id
                where p.pvz_id = ?::uuid
                group by p.id having count(h.*) <> p.version or max(h.version) <> p.version
                """, scene.pvz()))
                .as("parcels whose history has gaps")
                .isEmpty();
        for (long number : numbers) {
            assertThat(scene.facts(number)).hasSize((int)
                    scene.database().number("select version from pickup_points.parcel where external_ref = ?", number));
        }
    }
}
