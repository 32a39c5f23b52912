package by.belparcel.trips;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.CommandCall;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.RecordedEvent;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchKey;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.BatchCloseReason;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.ServiceClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Trips made through the functions themselves. Every fixture has a warehouse of its own, so that tests do not meet. */
public final class TripFixture {

    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    public static final String CENTRE = "0190a001-0000-7000-8000-000000000001";
    public static final String WEST = "0190a001-0000-7000-8000-000000000005";
    public static final String EAST = "0190a001-0000-7000-8000-000000000003";
    public static final String BREST_HUB = "0190a001-0000-7000-8000-000000000044";
    public static final String CARRIER = "0190a003-0000-7000-8000-000000000001";
    public static final String OTHER_CARRIER = "0190a003-0000-7000-8000-000000000002";

    private final TestDatabase database;
    private final FunctionHarness harness;
    private final String origin;

    private TripFixture(TestDatabase database, FunctionHarness harness, String origin) {
        this.database = database;
        this.harness = harness;
        this.origin = origin;
    }

    /** A warehouse on the south-eastern edge of Minsk, from which vehicles leave at any time. */
    public static TripFixture at(TestDatabase database, Map<String, String> environment) {
        String origin = UUID.randomUUID().toString();
        database.execute("""
                insert into trips.place (id, kind, code, lat, lng, status, cutoffs, hours, version)
                values (?::uuid, 'WAREHOUSE', 'WH-TEST', 53.8359, 27.6378, 'OPEN', '{}', null, 1)
                """, origin);
        return new TripFixture(database, FunctionHarness.of(database, new TripsFunctions(), environment), origin);
    }

    public static TripFixture at(TestDatabase database) {
        return at(database, Map.of());
    }

    public FunctionHarness harness() {
        return harness;
    }

    public String origin() {
        return origin;
    }

    public static String id() {
        return UUID.randomUUID().toString();
    }

    /** A closed batch of so many orders of 2 kg. */
    public BatchEvent.Closed closed(String batchId, String destination, int orders) {
        return closed(batchId, destination, orders, 2000L * orders);
    }

    public BatchEvent.Closed closed(String batchId, String destination, int orders, long weightG) {
        DestinationType type = destination.equals(BREST_HUB) ? DestinationType.HUB : DestinationType.PVZ;
        List<String> ids = IntStream.range(0, orders).mapToObj(i -> id()).toList();
        return new BatchEvent.Closed(
                batchId,
                "B-" + batchId.substring(0, 8),
                new BatchKey(origin, type, destination, ServiceClass.NORMAL),
                ids,
                orders,
                weightG,
                5000L * orders,
                BatchCloseReason.AGE,
                NOW,
                NOW);
    }

    public EventReply close(BatchEvent.Closed event) {
        return harness.event("planBatchOnBatchClosed", event, 3);
    }

    /** @return id of a new batch that was closed and planned */
    public String aBatch(String destination) {
        String id = id();
        close(closed(id, destination, 3));
        return id;
    }

    public String tripOf(String batchId) {
        return database.text("select trip_id::text from trips.batch where id = ?::uuid", batchId);
    }

    /** @return id of a trip with one batch for each destination, all in one trip */
    public String aTrip(String... destinations) {
        String trip = "";
        for (String destination : destinations) {
            trip = tripOf(aBatch(destination));
        }
        return trip;
    }

    /** @return id of a trip that was offered to {@link #CARRIER} */
    public String anOfferedTrip(String... destinations) {
        String trip = aTrip(destinations);
        offer(trip, CARRIER);
        return trip;
    }

    /** @return id of a trip with everything on board */
    public String aTripOnItsWay(String... destinations) {
        String trip = anOfferedTrip(destinations);
        HttpReply reply = pickUp(trip);
        if (reply.status() != 200) {
            throw new AssertionError(reply.toString());
        }
        return trip;
    }

    public void offer(String trip, String carrier) {
        String assignment = id();
        database.execute("""
                with offered as (
                    insert into trips.assignment (id, trip_id, attempt, carrier_id, state, trigger, reason, offered_at, confirm_by, decision)
                    values (?::uuid, ?::uuid, 1, ?::uuid, 'OFFERED', 'INITIAL', 'test', now(), now() + interval '2 hours', '{}')
                    returning id, trip_id, carrier_id)
                update trips.trip t
                set state = 'ASSIGNED', version = t.version + 1, carrier_id = o.carrier_id, assignment_id = o.id
                from offered o where t.id = o.trip_id
                """, assignment, trip, carrier);
    }

    public HttpReply pickUp(String trip) {
        return driver("pickUpBatches", trip)
                .body(Map.of("batch_ids", batches(trip)))
                .send();
    }

    public HttpReply deliver(String trip, int seq) {
        return driver("deliverBatches", trip).body(Map.of("stop_seq", seq)).send();
    }

    /** A command of {@link #CARRIER} on a trip. */
    public CommandCall driver(String function, String trip) {
        return harness.command(function).as(Principals.carrier(CARRIER)).path("id", trip);
    }

    public CommandCall driver(String function, String trip, int seq) {
        return driver(function, trip).path("seq", Integer.toString(seq));
    }

    public List<String> batches(String trip) {
        return database.texts(
                "select b ->> 'id' from trips.trip, jsonb_array_elements(batches) b where id = ?::uuid", trip);
    }

    public String state(String trip) {
        return database.text("select state from trips.trip where id = ?::uuid", trip);
    }

    public long version(String trip) {
        return database.number("select version from trips.trip where id = ?::uuid", trip);
    }

    /** {@code TYPE seq STATE} of each stop, in the order of driving. */
    public List<String> stops(String trip) {
        return database.texts("""
                select (s ->> 'type') || ' ' || (s ->> 'seq') || ' ' || (s ->> 'state')
                from trips.trip, jsonb_array_elements(stops) with ordinality as e (s, n)
                where id = ?::uuid order by n
                """, trip);
    }

    public long stopAt(String trip, String place) {
        return database.number("""
                select (s ->> 'seq')::int from trips.trip, jsonb_array_elements(stops) s
                where id = ?::uuid and s ->> 'place_id' = ? and s ->> 'type' <> 'RETURN'
                """, trip, place);
    }

    /** What was told of an aggregate, as {@code type vN}. */
    public List<String> told(String aggregate) {
        return harness.emitted().stream()
                .filter(event -> event.metadata().subject().equals(aggregate))
                .map(event -> shortType(event) + " v" + event.metadata().sequence())
                .toList();
    }

    private static String shortType(RecordedEvent event) {
        return event.metadata().type().replace("by.belparcel.", "").replace(".v1", "");
    }

    /** Fires the timers that place waiting batches. */
    public void replan() {
        harness.fireTimers(
                "trip.replan",
                (timer, kind, subject, due) -> new PlatformEvent.TimerFired(timer, kind, subject, due, due));
        harness.emitted(PlatformEvent.TimerFired.TYPE).stream()
                .filter(fired -> fired.kind().equals("trip.replan"))
                .forEach(fired -> harness.event("planBatchOnReplanTimer", fired, 0));
    }
}
