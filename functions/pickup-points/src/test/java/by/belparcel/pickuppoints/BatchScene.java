package by.belparcel.pickuppoints;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchKey;
import by.belparcel.events.BatchPart;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.OrderOptions;
import by.belparcel.events.ParcelLine;
import by.belparcel.kernel.BatchCloseReason;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.OrderState;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Batches on their way to a point of their own, told by the events of other contexts. */
public final class BatchScene {

    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private static final AtomicInteger ORDERS = new AtomicInteger(100_000);

    private final CounterScene counter;

    private BatchScene(CounterScene counter) {
        this.counter = counter;
    }

    public static BatchScene at(TestDatabase database) {
        return at(database, Map.of());
    }

    /** @param environment further settings */
    public static BatchScene at(TestDatabase database, Map<String, String> environment) {
        return new BatchScene(CounterScene.at(database, environment));
    }

    public CounterScene counter() {
        return counter;
    }

    public FunctionHarness harness() {
        return counter.harness();
    }

    public TestDatabase database() {
        return counter.database();
    }

    public static String id() {
        return UUID.randomUUID().toString();
    }

    /** An order of parcels of 1 kg, 2 kg .. to this point, 30.01 BYN, wrapped in film. */
    public OrderEvent.Batched batched(String order, String batch, int parcels) {
        return batched(order, batch, counter.pvz(), parcels, NOW);
    }

    public static OrderEvent.Batched batched(String order, String batch, String pvz, int parcels, Instant at) {
        return new OrderEvent.Batched(
                order,
                batch,
                String.format(Locale.ROOT, "BP-261120-%06d-1", ORDERS.incrementAndGet()),
                id(),
                pvz,
                IntStream.rangeClosed(1, parcels)
                        .mapToObj(no -> new ParcelLine(no, no * 1_000, null, null, null, null))
                        .toList(),
                PaymentMethod.PAY_ON_PICKUP,
                Money.byn(3_001),
                new OrderOptions(false, true, false, true, Packaging.FILM),
                "c0ffee00-0000-7000-8000-000000000001",
                at);
    }

    public EventReply announce(String order, String batch, int parcels) {
        return event("announceParcelsOnOrderBatched", batched(order, batch, parcels));
    }

    public EventReply close(String batch, DestinationType type, String destination) {
        return event("rememberDestinationOnBatchClosed", closed(batch, type, destination));
    }

    public static BatchEvent.Closed closed(String batch, DestinationType type, String destination) {
        return closed(batch, type, destination, List.of());
    }

    public static BatchEvent.Closed closed(
            String batch, DestinationType type, String destination, List<String> orders) {
        return new BatchEvent.Closed(
                batch,
                "B-261120-0001",
                new BatchKey(id(), type, destination, ServiceClass.NORMAL),
                orders,
                1,
                1,
                1,
                BatchCloseReason.SIZE,
                NOW,
                NOW);
    }

    public EventReply pickUp(String batch, List<String> scanned, List<String> missing) {
        return event("expectParcelsOnBatchPickedUp", pickedUp(batch, scanned, missing));
    }

    public static BatchEvent.PickedUp pickedUp(String batch, List<String> scanned, List<String> missing) {
        return new BatchEvent.PickedUp(batch, id(), id(), id(), scanned, missing, null, NOW.plusSeconds(60));
    }

    public EventReply deliver(String batch) {
        return event("rememberBatchOnBatchDelivered", delivered(batch));
    }

    public BatchEvent.DeliveredToPvz delivered(String batch) {
        return new BatchEvent.DeliveredToPvz(batch, id(), id(), counter.pvz(), NOW, List.of(), NOW);
    }

    public EventReply split(String batch, Map<String, List<String>> children) {
        return event(
                "repointParcelsOnBatchSplit",
                new BatchEvent.Split(
                        batch,
                        children.entrySet().stream()
                                .map(child -> new BatchPart(child.getKey(), child.getValue()))
                                .toList(),
                        NOW));
    }

    public EventReply cancel(String order, OrderState was) {
        return event("dropParcelsOnOrderCancelled", new OrderEvent.Cancelled(order, "SHOP", "shop:s", was, NOW));
    }

    public EventReply event(String function, DomainEvent event) {
        EventReply reply = harness().event(function, event, 1);
        if (reply.status() != 204) {
            throw new AssertionError(function + ": " + reply.status() + " " + reply.cause());
        }
        return reply;
    }

    /** Ids of so many orders of one parcel each, in a batch that was handed over here. @return first the batch, then the orders */
    public List<String> aDeliveredBatch(int orders) {
        String batch = id();
        List<String> ids = IntStream.range(0, orders).mapToObj(i -> id()).toList();
        ids.forEach(order -> announce(order, batch, 1));
        close(batch, DestinationType.PVZ, counter.pvz());
        pickUp(batch, ids, List.of());
        deliver(batch);
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(batch), ids.stream())
                .toList();
    }

    /** Lists of bare orders. */
    public HttpReply receive(String batch, List<String> accepted, List<String> missing) {
        return receive(batch, Map.of("accepted", lines(accepted), "missing", lines(missing)));
    }

    public HttpReply receive(String batch, Map<String, Object> body) {
        return counter.at("receiveBatch", batch, body).send();
    }

    public static List<Map<String, Object>> lines(List<String> names) {
        return names.stream()
                .map(name -> Map.<String, Object>of("order_id", name))
                .toList();
    }

    /** State of each parcel, in the order of their numbers. */
    public List<String> parcels(String order) {
        return database()
                .texts("select state from pickup_points.parcel where order_id = ?::uuid order by parcel_no", order);
    }

    public String batchState(String batch) {
        return database().text("select state from pickup_points.batch where id = ?::uuid", batch);
    }
}
