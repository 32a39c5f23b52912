package by.belparcel.trips;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.Emitter;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.eventing.testkit.EventRunner;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.FixLine;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import by.belparcel.kernel.ServiceClass;
import by.belparcel.kernel.StopType;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.adapter.PostgresTrips;
import by.belparcel.trips.application.TripFacts;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.Attention;
import by.belparcel.trips.model.Plan;
import by.belparcel.trips.model.Progress;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** A database with trips from Minsk and the seeded carriers, of which none is online before a test says so. */
public final class TripScene {

    public static final String ORIGIN = "0190a000-0000-7000-8000-000000000001";
    public static final String POINT = "0190a001-0000-7000-8000-000000000001";
    public static final GeoPoint MINSK = new GeoPoint(53.8359, 27.6378);
    public static final GeoPoint BARYSAU = new GeoPoint(54.2279, 28.5050);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PostgresTrips TRIPS = new PostgresTrips();

    private final TestDatabase database;
    private final FunctionHarness harness;
    private final Ids ids = new Ids();
    private int numbers;

    public TripScene(TestDatabase database, Map<String, String> environment) {
        this.database = database;
        this.harness = FunctionHarness.of(database, new TripsFunctions(), environment);
    }

    public TripScene(TestDatabase database) {
        this(database, Map.of());
    }

    public FunctionHarness harness() {
        return harness;
    }

    public TestDatabase database() {
        return database;
    }

    /** Nobody is online, nobody has a trip. */
    public void clear() {
        database.execute("truncate trips.trip, trips.assignment, trips.search, trips.reassignment, trips.suggestion,"
                + " trips.handover_box, trips.handover, trips.history, trips.plan, trips.batch cascade");
        database.execute("truncate eventing.timers");
        database.execute("""
                update trips.carrier set availability = 'OFFLINE', last_contact_at = null, is_active = true,
                    deactivated = false, shift_ends_by = null, driven_s = 0, max_parallel_trips = 1,
                    availability_at = '-infinity', active_at = '-infinity', shift_at = '-infinity',
                    lat = 53.8359, lng = 27.6378, vehicle_type = 'VAN_S', payload_g = 800000, volume_cm3 = 4000000, slots = 120
                """);
    }

    /** A seeded carrier by its number. */
    public static String carrier(int number) {
        return "0190a003-0000-7000-8000-0000000000" + (number < 10 ? "0" : "") + number;
    }

    /** These carriers are online at the origin; the first one is the nearest. */
    public void online(int... numbers) {
        for (int number : numbers) {
            online(number, new GeoPoint(MINSK.lat() + number * 0.001, MINSK.lng()));
        }
    }

    public void online(int number, GeoPoint place) {
        database.execute("""
                update trips.carrier set availability = 'ONLINE', last_contact_at = now(), lat = ?, lng = ? where id = ?::uuid
                """, place.lat(), place.lng(), carrier(number));
    }

    /** A planned trip of one batch with these many orders, not announced yet. */
    public TripRecord aTrip(int orders) {
        return aTrip(orders, UnaryOperator.identity());
    }

    public TripRecord aTrip(int orders, UnaryOperator<TripRecord> change) {
        TripRecord trip = change.apply(trip(orders));
        run(work -> TRIPS.insert(work, trip, "PLANNED"));
        return trip;
    }

    /** A planned trip that was offered to whom it may concern. */
    public TripRecord aPlannedTrip(int orders) {
        TripRecord trip = aTrip(orders);
        announce(trip);
        return find(trip.id());
    }

    public void announce(TripRecord trip) {
        harness.event("offerTripOnTripPlanned", planned(trip), trip.version());
    }

    public static TripEvent.Planned planned(TripRecord trip) {
        return new TripEvent.Planned(
                trip.id(),
                trip.number(),
                trip.version(),
                trip.originId(),
                List.of(),
                trip.batches().stream().map(TripBatch::id).toList(),
                TripFacts.load(trip),
                trip.distanceM(),
                trip.durationS(),
                "haversine",
                PlanQuality.STRAIGHT,
                trip.plannedDeparture(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The vehicle is loaded and on its way. */
    public TripRecord depart(String tripId) {
        return change(
                tripId,
                trip -> trip.touched()
                        .edit()
                        .state(TripState.IN_TRANSIT)
                        .progress(trip.progress().departed(Instant.now()))
                        .batches(trip.batches().stream()
                                .map(batch -> batch.withState(BatchState.PICKED_UP))
                                .toList())
                        .done());
    }

    /** Its vehicle was seen here. */
    public void position(TripRecord trip, double lat, double lng, Instant at) {
        FixLine fix = new FixLine(lat, lng, 10, null, null, null, null, null, null, at, at, 1, null);
        String driver = Objects.requireNonNull(trip.carrierId());
        EventReply reply = harness.event(
                "estimateArrivalOnPositionAccepted",
                new TrackingEvent.PositionAccepted(trip.id(), driver, fix, 1, null, at),
                0);
        if (reply.status() != 204) {
            throw new AssertionError(reply.toString());
        }
    }

    public TripRecord change(String tripId, UnaryOperator<TripRecord> change) {
        run(work -> TRIPS.lock(work.tx(), tripId)
                .flatMap(trip -> TRIPS.save(work, change.apply(trip), "TEST"))
                .then());
        return find(tripId);
    }

    public TripRecord find(String tripId) {
        return Objects.requireNonNull(
                database.database().reading(tx -> TRIPS.find(tx, tripId)).block(PATIENCE));
    }

    /** Fires the timers of this kind and delivers them, and what they cause, to the handlers. */
    public void fire(String kind) {
        harness.fireTimers(kind, (timer, k, subject, due) -> new PlatformEvent.TimerFired(timer, k, subject, due, due));
        harness.deliver();
    }

    /** {@code carrier-number state}, in the order of the attempts. */
    public List<String> assignments(String tripId) {
        return database.texts("""
                select right(carrier_id::text, 2)::integer || ' ' || state || ' ' || trigger
                from trips.assignment where trip_id = ?::uuid order by attempt
                """, tripId);
    }

    private TripRecord trip(int orders) {
        numbers++;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String batchId = ids.next();
        TripBatch batch = new TripBatch(
                batchId,
                "B-261120-" + (1000 + numbers),
                ORIGIN,
                DestinationType.PVZ,
                POINT,
                ServiceClass.NORMAL,
                BatchState.PLANNED,
                IntStream.range(0, orders).mapToObj(i -> ids.next()).toList(),
                orders * 1_000L,
                orders * 10_000L);
        List<Stop> stops = List.of(
                Stop.pending(1, StopType.PICKUP, ORIGIN, MINSK, now.plus(Duration.ofHours(3)), List.of(batchId)),
                Stop.pending(2, StopType.PVZ, POINT, BARYSAU, now.plus(Duration.ofHours(5)), List.of(batchId)));
        return new TripRecord(
                ids.next(),
                "T-261120-" + ids.next().substring(24),
                TripState.PLANNED,
                1,
                ORIGIN,
                MINSK,
                stops,
                List.of(batch),
                new Plan(1, 75_000, 6_000, "haversine", PlanQuality.STRAIGHT, now.plus(Duration.ofHours(3))),
                Progress.NONE,
                null,
                null,
                Attention.NONE,
                null,
                null,
                now,
                now);
    }

    /** Delivers an event without waiting for it. @return the status of the answer */
    public Mono<Integer> reply(String function, EventEnvelope event) {
        return EventRunner.of(harness, function).run(event).map(EventReply::status);
    }

    /** Work that announces nothing. */
    public TripWork work(Transaction tx) {
        return new TripWork(tx, Instant.now(), new NoTimers(), new NoEmitter(), ids::next, "test", "test");
    }

    private void run(Function<TripWork, Mono<Void>> step) {
        database.database()
                .inTransaction(tx -> step.apply(work(tx)).thenReturn(true))
                .block(PATIENCE);
    }

    private static final class NoTimers implements Timers {
        @Override
        public Mono<Void> set(String kind, String subject, String dedupeKey, Duration delay) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> cancel(String kind, String dedupeKey) {
            return Mono.empty();
        }
    }

    private static final class NoEmitter implements Emitter {
        @Override
        public void emit(DomainEvent event, long aggregateVersion) {
            // what a scene arranges is not announced
        }

        @Override
        public void repeat(EventEnvelope event, String topic) {
            // nothing is repeated
        }
    }
}
