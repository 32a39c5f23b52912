package by.belparcel.batching;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.CommandCall;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.LoadSum;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.OrderState;
import by.belparcel.kernel.PlanQuality;
import by.belparcel.kernel.ServiceClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Orders and batches in the states that tests need, made through the functions themselves. */
public final class BatchFixture {

    public static final String MINSK = "0190a000-0000-7000-8000-000000000001";
    public static final String PVZ = "0190a001-0000-7000-8000-000000000001";
    public static final String OTHER_PVZ = "0190a001-0000-7000-8000-000000000002";
    public static final String SUSPENDED_PVZ = "0190a001-0000-7000-8000-000000000043";
    /** Too far from Minsk for a direct batch. */
    public static final String BREST_PVZ = "0190a001-0000-7000-8000-000000000007";

    public static final String BREST_HUB = "0190a001-0000-7000-8000-000000000044";
    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    public static final String REASON = "{\"reason\": \"does not fit in\"}";

    private BatchFixture() {}

    public static FunctionHarness harness(TestDatabase database) {
        return harness(database, Map.of());
    }

    public static FunctionHarness harness(TestDatabase database, Map<String, String> settings) {
        return FunctionHarness.of(database, new BatchingFunctions(), settings);
    }

    /** Every test begins with the seeded places and nothing else. */
    public static void empty(TestDatabase database) {
        database.execute(
                "truncate batching.batches, batching.orders, batching.members, batching.changes, batching.trips,"
                        + " batching.rules");
        database.execute("update batching.places set status = case id when '" + SUSPENDED_PVZ
                + "' then 'SUSPENDED' else 'OPEN' end, version = 1, cutoffs = '{}'");
    }

    public static String id() {
        return UUID.randomUUID().toString();
    }

    public static OrderEvent.Confirmed confirmed(String order, String pvz, int weightG, long volumeCm3) {
        return new OrderEvent.Confirmed(
                order, MINSK, pvz, weightG, volumeCm3, ServiceClass.NORMAL, id(), Instant.now());
    }

    public static OrderEvent.Cancelled cancelled(String order) {
        return new OrderEvent.Cancelled(order, "SHOP", "shop:s", OrderState.CONFIRMED, NOW);
    }

    public static EventReply confirm(FunctionHarness harness, String order, String pvz, int weightG) {
        return harness.event("batchOrderOnOrderConfirmed", confirmed(order, pvz, weightG, 5_000), 3);
    }

    /** An order of one kilogram in the open batch to {@link #PVZ}. */
    public static String aBatchedOrder(FunctionHarness harness) {
        String order = id();
        confirm(harness, order, PVZ, 1_000);
        return order;
    }

    /** A closed batch of so many orders of this weight to {@link #PVZ}; the open one of its key is closed first. */
    public static String aClosedBatch(FunctionHarness harness, int orders, int weightG) {
        for (int i = 0; i < orders; i++) {
            confirm(harness, id(), PVZ, weightG);
        }
        String batch = openBatch(harness.database(), PVZ);
        close(harness, batch);
        return batch;
    }

    public static String aPlannedBatch(FunctionHarness harness, int orders) {
        String batch = aClosedBatch(harness, orders, 1_000);
        harness.event("planBatchesOnTripPlanned", planned(id(), 1, List.of(batch)), 1);
        return batch;
    }

    public static HttpReply close(FunctionHarness harness, String batch) {
        return send(harness, "closeBatch", batch, "{}");
    }

    public static HttpReply send(FunctionHarness harness, String function, String batch, Object body) {
        return call(harness, function, batch).body(body).send();
    }

    public static CommandCall call(FunctionHarness harness, String function, String batch) {
        return harness.command(function).as(Principals.operator()).path("id", batch);
    }

    public static TripEvent.Planned planned(String trip, long version, List<String> batches) {
        return new TripEvent.Planned(
                trip,
                "T-261120-0001",
                version,
                MINSK,
                List.of(),
                batches,
                new LoadSum(1, 1, 1),
                1,
                1,
                "haversine",
                PlanQuality.STRAIGHT,
                NOW,
                NOW);
    }

    public static TripEvent.PlanChanged planChanged(String trip, long version, List<String> batches) {
        return new TripEvent.PlanChanged(
                trip,
                "T-261120-0001",
                version,
                MINSK,
                List.of(),
                batches,
                new LoadSum(1, 1, 1),
                1,
                1,
                "haversine",
                PlanQuality.STRAIGHT,
                NOW,
                "MERGED",
                NOW);
    }

    /** @param status of a pick-up point of the seed */
    public static EventReply pvzBecomes(FunctionHarness harness, String pvz, String status, boolean hub, long version) {
        Map<String, Object> state = Map.of(
                "code", "X-001", "lat", 53.9089, "lng", 27.5757, "is_hub", hub, "status", status, "is_full", false);
        return harness.event(
                "regroupOrdersOnReferenceUpdated",
                new PlatformEvent.ReferenceUpdated("pvz", pvz, version, List.of("status"), state, NOW),
                version);
    }

    /** @param missing what the carrier did not find of the batch; it has everything else */
    public static BatchEvent.PickedUp pickedUp(TestDatabase database, String batch, List<String> missing) {
        List<String> scanned = orders(database, batch).stream()
                .filter(order -> !missing.contains(order))
                .toList();
        return new BatchEvent.PickedUp(batch, id(), id(), MINSK, scanned, missing, "S-1", NOW);
    }

    /** @param place a hub, or where the batch came from */
    public static EventReply receive(FunctionHarness harness, String batch, String place) {
        return harness.event(
                "disbandBatchOnBatchReceivedAtHub",
                new BatchEvent.ReceivedAtHub(batch, id(), id(), place, NOW, List.of(), NOW),
                7);
    }

    public static EventReply arrive(FunctionHarness harness, String order, String place, String pvz) {
        return harness.event(
                "batchOrderOnOrderArrivedAtHub",
                new OrderEvent.ArrivedAtHub(order, place, pvz, 1_000, 5_000, ServiceClass.NORMAL, NOW),
                6);
    }

    public static String openBatch(TestDatabase database, String dest) {
        return database.text(
                "select id from batching.batches where state = 'OPEN' and dest_id = ?::uuid order by opened_at", dest);
    }

    public static String state(TestDatabase database, String batch) {
        return database.text("select state from batching.batches where id = ?::uuid", batch);
    }

    public static List<String> orders(TestDatabase database, String batch) {
        return database.texts(
                "select order_id from batching.members where batch_id = ?::uuid and active order by order_id", batch);
    }

    /** What is broken of the promises that hold at every moment; empty when nothing is. */
    public static List<String> broken(TestDatabase database) {
        List<String> broken = new ArrayList<>();
        broken.addAll(database.texts("""
                select 'order is nowhere or in several places: ' || o.order_id
                from batching.orders o
                where not o.cancelled and (o.waiting is not null)::int
                      + (select count(*) from batching.members m where m.order_id = o.order_id and m.active) <> 1
                """));
        broken.addAll(database.texts("""
                select 'cancelled order in a batch: ' || m.order_id
                from batching.members m
                join batching.orders o using (order_id) join batching.batches b on b.id = m.batch_id
                where o.cancelled and m.active and b.state in ('OPEN', 'CLOSED', 'PLANNED')
                """));
        broken.addAll(database.texts("""
                select 'sums of ' || b.number
                from batching.batches b left join batching.members m on m.batch_id = b.id
                where b.state in ('OPEN', 'CLOSED', 'PLANNED', 'PICKED_UP')
                group by b.id
                having b.orders_count <> count(m.order_id) or b.weight_g <> coalesce(sum(m.weight_g), 0)
                    or b.volume_cm3 <> coalesce(sum(m.volume_cm3), 0)
                    or b.state in ('OPEN', 'CLOSED', 'PLANNED')
                       and (b.orders_count = 0 or b.oldest_at <> min(m.ready_at))
                """));
        broken.addAll(database.texts("""
                select 'active order in batch ' || b.number || ' ' || b.state
                from batching.batches b join batching.members m on m.batch_id = b.id and m.active
                where b.state in ('CANCELLED', 'DISBANDED', 'SPLIT') and not m.missing
                """));
        return broken;
    }
}
