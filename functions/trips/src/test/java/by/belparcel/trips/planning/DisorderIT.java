package by.belparcel.trips.planning;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestEvents;
import by.belparcel.events.BatchEvent;
import by.belparcel.trips.TripFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Facts about batches in any order, twice and at the same time. */
class DisorderIT {

    private static final int BATCHES = 24;
    private static final int AT_ONCE = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> POINTS = List.of(TripFixture.CENTRE, TripFixture.EAST, TripFixture.WEST);

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private record Sent(String function, EventEnvelope event) {}

    private final List<Sent> sent = new ArrayList<>();
    /** Orders of each batch that is not cancelled, as they are in the end. */
    private final Map<String, List<String>> expected = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void endsWithEveryLivingBatchInOneTripWithItsOrders(long seed) {
        TripFixture trips = TripFixture.at(POSTGRES.database());
        Random random = new Random(seed);
        for (int i = 0; i < BATCHES; i++) {
            arrange(trips, random);
        }
        sent.addAll(List.copyOf(sent.subList(0, sent.size() / 2)));
        Collections.shuffle(sent, random);

        List<Integer> answers = Flux.fromIterable(sent)
                .flatMap(
                        one -> Mono.fromCallable(() -> trips.harness()
                                        .deliver(one.function(), one.event())
                                        .status())
                                .subscribeOn(Schedulers.boundedElastic()),
                        AT_ONCE)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(answers).containsOnly(204);
        Map<String, List<String>> carried = new HashMap<>();
        POSTGRES.database()
                .rows("""
                select b ->> 'id', o from trips.trip t, jsonb_array_elements(t.batches) b
                    left join jsonb_array_elements_text(b -> 'order_ids') o on true
                where t.origin_id = ?::uuid and t.state <> 'CANCELLED'
                order by 1, 2
                """, trips.origin())
                .forEach(row -> carried.computeIfAbsent(row.getFirst(), id -> new ArrayList<>())
                        .add(row.getLast()));
        assertThat(carried).isEqualTo(expected);
        assertThat(POSTGRES.database().rows("""
                select id from trips.trip where origin_id = ?::uuid and state <> 'CANCELLED' and jsonb_array_length(batches) = 0
                """, trips.origin())).isEmpty();
    }

    /** A batch is closed (version 3), may lose an order (4) and may be cancelled (5). */
    private void arrange(TripFixture trips, Random random) {
        BatchEvent.Closed closed = trips.closed(TripFixture.id(), POINTS.get(random.nextInt(POINTS.size())), 3);
        List<String> orders = new ArrayList<>(closed.orders());
        add("planBatchOnBatchClosed", closed, 3);
        if (random.nextInt(3) == 0) {
            String gone = orders.removeFirst();
            add(
                    "removeOrderOnBatchOrderRemoved",
                    new BatchEvent.OrderRemoved(closed.batchId(), gone, 2, 4000, 10_000, "CANCELLED", TripFixture.NOW),
                    4);
        }
        if (random.nextInt(4) == 0) {
            add(
                    "dropBatchOnBatchCancelled",
                    new BatchEvent.Cancelled(closed.batchId(), orders, "X", TripFixture.NOW),
                    5);
        } else {
            Collections.sort(orders);
            expected.put(closed.batchId(), orders);
        }
    }

    private void add(String function, DomainEvent event, long sequence) {
        sent.add(new Sent(function, TestEvents.envelope(event, sequence)));
    }
}
