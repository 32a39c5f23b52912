package by.belparcel.batching.application;

import static by.belparcel.batching.BatchFixture.OTHER_PVZ;
import static by.belparcel.batching.BatchFixture.PVZ;
import static by.belparcel.batching.BatchFixture.id;
import static by.belparcel.batching.BatchFixture.planned;
import static by.belparcel.batching.BatchFixture.pvzBecomes;
import static by.belparcel.batching.BatchFixture.send;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.batching.BatchFixture;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchPart;
import by.belparcel.events.TripEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people, shops, carriers and places do in whatever order, every order stays in exactly one place. */
class RandomWalkIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("batching");

    private static final int STEPS = 150;

    private final List<String> orders = new ArrayList<>();
    private final List<String> trips = new ArrayList<>();
    private TestDatabase database = POSTGRES.database();
    private FunctionHarness harness = BatchFixture.harness(database);
    private Random random = new Random(0);
    private long version = 1;
    private boolean open = true;

    @ParameterizedTest // D8: split, merge, move, cancel, suspension and trips together
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsEveryOrderInExactlyOnePlace(long seed) {
        random = new Random(seed);
        database = POSTGRES.database();
        BatchFixture.empty(database);
        harness = BatchFixture.harness(database, Map.of("BELPARCEL_BATCHING_MAX_ORDERS", "6"));
        long first = harness.emitted().size();

        for (int step = 0; step < STEPS; step++) {
            String done = step();
            assertThat(BatchFixture.broken(database))
                    .as("seed %s, step %s: %s", seed, step, done)
                    .isEmpty();
        }
        assertThat(orders).hasSizeGreaterThan(40);
        assertThat(toldByFacts(first)).isEqualTo(heldByTables());
    }

    private String step() {
        int dice = random.nextInt(20);
        return switch (dice) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> confirm();
            case 8 -> cancelOrder();
            case 9, 10 ->
                "close " + send(harness, "closeBatch", any("OPEN"), "{}").status();
            case 11 ->
                "cancel "
                        + send(harness, "cancelBatch", any("CLOSED"), BatchFixture.REASON)
                                .status();
            case 12 -> move();
            case 13 -> split();
            case 14 -> merge();
            case 15 -> plan();
            case 16 -> unplan();
            case 17 -> suspendOrResume();
            case 18 -> random.nextBoolean() ? remove() : pickUp();
            default -> breakDown();
        };
    }

    private String confirm() {
        String order = id();
        orders.add(order);
        int weight = 1 + random.nextInt(90_000);
        return "confirm "
                + BatchFixture.confirm(harness, order, random.nextBoolean() ? PVZ : OTHER_PVZ, weight)
                        .status();
    }

    private String cancelOrder() {
        String order = orders.isEmpty() ? id() : orders.get(random.nextInt(orders.size()));
        return "cancel order "
                + harness.event("removeOrderFromBatchOnOrderCancelled", BatchFixture.cancelled(order), 4)
                        .status();
    }

    private String move() {
        String from = any("CLOSED");
        return "move "
                + send(
                                harness,
                                "moveOrdersBetweenBatches",
                                from,
                                Map.of("order_ids", some(from), "to_batch_id", any("OPEN"), "reason", "by chance"))
                        .status();
    }

    private String split() {
        String batch = any("CLOSED");
        return "split "
                + send(harness, "splitBatch", batch, Map.of("order_ids", some(batch), "reason", "by chance"))
                        .status();
    }

    private String merge() {
        Map<String, Object> body = Map.of("batch_ids", List.of(any("CLOSED"), any("CLOSED")), "reason", "by chance");
        return "merge "
                + harness.command("mergeBatches")
                        .as(Principals.operator())
                        .body(body)
                        .send()
                        .status();
    }

    private String remove() {
        String batch = any("OPEN");
        Map<String, Object> body = Map.of("order_id", some(batch).getFirst(), "reason", "by chance");
        return "remove " + send(harness, "removeOrderFromBatch", batch, body).status();
    }

    private String plan() {
        String trip = id();
        trips.add(trip);
        return "plan "
                + harness.event("planBatchesOnTripPlanned", planned(trip, 1, List.of(any("CLOSED"))), 1)
                        .status();
    }

    private String unplan() {
        String trip = trips.isEmpty() ? id() : trips.get(random.nextInt(trips.size()));
        return "unplan "
                + harness.event(
                                "unplanBatchesOnTripCancelled",
                                new TripEvent.Cancelled(trip, null, "X", BatchFixture.NOW),
                                2)
                        .status();
    }

    private String suspendOrResume() {
        open = !open;
        version++;
        return "place "
                + pvzBecomes(harness, PVZ, open ? "OPEN" : "SUSPENDED", false, version)
                        .status();
    }

    /** The carrier may have batches on board that were cancelled meanwhile. */
    private String pickUp() {
        String batch = any(random.nextBoolean() ? "PLANNED" : "CANCELLED");
        List<String> scanned = harness.emitted(BatchEvent.Closed.TYPE).stream()
                .filter(closed -> closed.batchId().equals(batch))
                .map(BatchEvent.Closed::orders)
                .reduce(List.of(), (older, newer) -> newer);
        return "pick up "
                + harness.event(
                                "pickUpBatchOnBatchPickedUp",
                                new BatchEvent.PickedUp(
                                        batch, id(), id(), id(), scanned, List.of(), null, BatchFixture.NOW),
                                3)
                        .status();
    }

    /** A planned batch is picked up and split on the way. */
    private String breakDown() {
        String batch = any("PLANNED");
        List<String> held = BatchFixture.orders(database, batch);
        int cut = held.isEmpty() ? 0 : random.nextInt(held.size());
        List<BatchPart> parts =
                List.of(new BatchPart(id(), held.subList(0, cut)), new BatchPart(id(), held.subList(cut, held.size())));
        return "break down "
                + harness.event("splitBatchOnBatchSplit", new BatchEvent.Split(batch, parts, BatchFixture.NOW), 3)
                        .status();
    }

    private String any(String state) {
        List<String> found = database.texts("select id from batching.batches where state = ? order by id", state);
        return found.isEmpty() ? id() : found.get(random.nextInt(found.size()));
    }

    private List<String> some(String batch) {
        List<String> held = BatchFixture.orders(database, batch);
        return held.isEmpty() ? List.of(id()) : held.subList(0, 1 + random.nextInt(held.size()));
    }

    /** What a reader of the facts of open, closed and planned batches knows. */
    private Map<String, Set<String>> toldByFacts(long first) {
        Map<String, Set<String>> held = new HashMap<>();
        harness.emitted().stream().skip(first).forEach(event -> {
            if (event.is(BatchEvent.OrderAdded.TYPE)) {
                BatchEvent.OrderAdded added = event.as(BatchEvent.OrderAdded.TYPE);
                held.computeIfAbsent(added.batchId(), b -> new TreeSet<>()).add(added.orderId());
            } else if (event.is(BatchEvent.OrderRemoved.TYPE)) {
                BatchEvent.OrderRemoved removed = event.as(BatchEvent.OrderRemoved.TYPE);
                assertThat(held.get(removed.batchId()).remove(removed.orderId()))
                        .isTrue();
            } else if (event.is(BatchEvent.Cancelled.TYPE)) {
                BatchEvent.Cancelled cancelled = event.as(BatchEvent.Cancelled.TYPE);
                assertThat(held.remove(cancelled.batchId())).containsExactlyInAnyOrderElementsOf(cancelled.orders());
            }
        });
        held.keySet().retainAll(heldByTables().keySet());
        return held;
    }

    private Map<String, Set<String>> heldByTables() {
        Map<String, Set<String>> held = new HashMap<>();
        database.rows("""
                        select m.batch_id, m.order_id
                        from batching.members m join batching.batches b on b.id = m.batch_id
                        where m.active and b.state in ('OPEN', 'CLOSED', 'PLANNED')
                        """)
                .forEach(row -> held.computeIfAbsent(row.getFirst(), b -> new TreeSet<>())
                        .add(row.getLast()));
        return held;
    }
}
