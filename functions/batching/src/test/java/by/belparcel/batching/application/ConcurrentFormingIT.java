package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.batching.BatchFixture;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.BatchEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Adds, closings and cancellations at the same time: every order is in exactly one batch, and the facts say which. */
class ConcurrentFormingIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("batching");

    private static final int WORKERS = 8;

    private TestDatabase database;
    private FunctionHarness harness;

    @BeforeEach
    void start() {
        database = POSTGRES.database();
        BatchFixture.empty(database);
        // large enough that closings by hand are the rule and those by size the exception
        harness = BatchFixture.harness(database, Map.of("BELPARCEL_BATCHING_MAX_ORDERS", "60"));
    }

    @Test // D8, A6, R-103
    void putsEveryOfAThousandAddsIntoExactlyOneBatchWhileTwentyClosingsRun() throws Exception {
        List<String> orders = IntStream.range(0, 1_000).mapToObj(i -> id()).toList();
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            String order = orders.get(i);
            work.add(() -> confirm(order));
            if (i % 50 == 49) {
                work.add(this::closeWhatIsOpen);
            }
        }

        List<Integer> statuses = atOnce(work);

        assertThat(statuses).containsOnly(200, 204);
        assertThat(BatchFixture.broken(database)).isEmpty();
        assertThat(database.number("select count(*) from batching.members where active"))
                .isEqualTo(1_000);
        assertThat(database.number("select count(*) from batching.batches where close_reason = 'MANUAL'"))
                .isGreaterThan(5);
        assertThat(lostOrDoubled(orders)).isEmpty();
    }

    @Test
    void leavesNoCancelledOrderInABatchWhenCancellationsRaceWithConfirmationsAndClosings() throws Exception {
        List<String> orders = IntStream.range(0, 300).mapToObj(i -> id()).toList();
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            String order = orders.get(i);
            work.add(() -> confirm(order));
            if (i % 2 == 0) {
                work.add(() -> cancel(order));
            }
            if (i % 30 == 29) {
                work.add(this::closeWhatIsOpen);
            }
        }

        List<Integer> statuses = atOnce(work);

        assertThat(statuses).containsOnly(200, 204);
        assertThat(BatchFixture.broken(database)).isEmpty();
        assertThat(database.number("select count(*) from batching.members where active"))
                .isEqualTo(150);
        List<String> kept = IntStream.range(0, orders.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(orders::get)
                .toList();
        assertThat(lostOrDoubled(kept)).isEmpty();
    }

    /** Where a reader of the facts alone would put each order: the newest closed plus what came later. */
    private List<String> lostOrDoubled(List<String> orders) {
        Map<String, Set<String>> held = new HashMap<>();
        harness.emitted().forEach(event -> {
            if (event.is(BatchEvent.OrderAdded.TYPE)) {
                BatchEvent.OrderAdded added = event.as(BatchEvent.OrderAdded.TYPE);
                held.computeIfAbsent(added.batchId(), b -> new HashSet<>()).add(added.orderId());
            } else if (event.is(BatchEvent.OrderRemoved.TYPE)) {
                BatchEvent.OrderRemoved removed = event.as(BatchEvent.OrderRemoved.TYPE);
                held.getOrDefault(removed.batchId(), new HashSet<>()).remove(removed.orderId());
            } else if (event.is(BatchEvent.Closed.TYPE)) {
                BatchEvent.Closed closed = event.as(BatchEvent.Closed.TYPE);
                assertThat(new HashSet<>(closed.orders()))
                        .as("the closed batch tells what was added")
                        .isEqualTo(held.get(closed.batchId()));
            }
        });
        return orders.stream()
                .filter(order -> held.values().stream()
                                .filter(batch -> batch.contains(order))
                                .count()
                        != 1)
                .toList();
    }

    private int confirm(String order) {
        EventReply reply = BatchFixture.confirm(harness, order, PVZ, 100);
        return again(reply) ? confirm(order) : reply.status();
    }

    private int cancel(String order) {
        EventReply reply = harness.event("removeOrderFromBatchOnOrderCancelled", BatchFixture.cancelled(order), 4);
        return again(reply) ? cancel(order) : reply.status();
    }

    /** A row that is locked too long is tried again, as the broker does. */
    private static boolean again(EventReply reply) {
        return reply.status() == 503;
    }

    private int closeWhatIsOpen() {
        List<String> open = database.texts("select id from batching.batches where state = 'OPEN'");
        return open.isEmpty()
                ? 200
                : BatchFixture.close(harness, open.getFirst()).status();
    }

    private static List<Integer> atOnce(List<Callable<Integer>> work) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> done : workers.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        }
    }
}
