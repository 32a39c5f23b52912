package by.belparcel.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.LoadSum;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.StopPlan;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.PlanQuality;
import by.belparcel.kernel.StopType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A carrier on the road from Minsk to Barysaw, and positions of his. */
public final class TrackingBed {

    public static final double FROM_LAT = 53.9;
    public static final double FROM_LNG = 27.56;
    public static final double TO_LAT = 54.23;
    public static final double TO_LNG = 28.5;

    private static final Ids IDS = new Ids();
    private static final LoadSum LOAD = new LoadSum(1000, 1000, 1);

    private final FunctionHarness harness;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String carrier = IDS.next();
    private final String trip = IDS.next();
    private final String pvz = IDS.next();
    private final String warehouse = IDS.next();
    private long seq;

    private TrackingBed(FunctionHarness harness) {
        this.harness = harness;
    }

    public static FunctionHarness harness(TestDatabase database, FunctionModule module) {
        return FunctionHarness.of(database, module, Map.of("KAFKA_BROKERS", "localhost:1"));
    }

    /** A carrier and a planned trip that nobody drives yet. */
    public static TrackingBed planned(FunctionHarness harness) {
        TrackingBed bed = new TrackingBed(harness);
        bed.knowsCarrier(bed.carrier, true, 1, 1);
        bed.does("planTripOnTripPlanned", bed.plan(), 1);
        return bed;
    }

    /** A trip that started an hour ago. */
    public static TrackingBed onTheRoad(FunctionHarness harness) {
        TrackingBed bed = planned(harness);
        bed.starts();
        return bed;
    }

    public void starts() {
        does(
                "startTripOnTripStarted",
                new TripEvent.Started(trip, carrier, now.minus(1, ChronoUnit.HOURS), LOAD, now),
                2);
    }

    public TripEvent.Planned plan() {
        return new TripEvent.Planned(
                trip,
                "T-1",
                1,
                warehouse,
                List.of(
                        stop(1, StopType.PICKUP, warehouse, FROM_LAT, FROM_LNG),
                        stop(2, StopType.PVZ, pvz, TO_LAT, TO_LNG)),
                List.of("b1"),
                LOAD,
                70_000,
                5_000,
                "haversine",
                PlanQuality.STRAIGHT,
                now,
                now);
    }

    private StopPlan stop(int number, StopType type, String place, double lat, double lng) {
        return new StopPlan(number, type, place, lat, lng, now, null, 600, List.of("b1"));
    }

    public void knowsCarrier(String carrierId, boolean active, int timeScale, long version) {
        does(
                "watchCarrierOnReferenceUpdated",
                new PlatformEvent.ReferenceUpdated(
                        "carrier",
                        carrierId,
                        version,
                        List.of(),
                        Map.of("is_active", active, "time_scale", timeScale, "vehicle", Map.of("type", "van")),
                        now.minus(2, ChronoUnit.HOURS).plusMillis(version)),
                version);
    }

    /** Delivers an event that the function must take. */
    public void does(String function, by.belparcel.eventing.envelope.DomainEvent event, long sequence) {
        EventReply reply = harness.event(function, event, sequence);
        assertThat(reply.status()).as("%s: %s", function, reply.cause()).isEqualTo(204);
    }

    /** A fix as the upload sends it on. @param share of the way from start to end @param age seconds before now */
    public TrackingEvent.LocationReported fix(double share, double age) {
        return fixAt(
                FROM_LAT + share * (TO_LAT - FROM_LAT),
                FROM_LNG + share * (TO_LNG - FROM_LNG),
                now.minusMillis(Math.round(age * 1000)),
                ++seq);
    }

    public TrackingEvent.LocationReported fixAt(double lat, double lng, Instant at, long number) {
        return fix(carrier, lat, lng, 10, at, number);
    }

    public TrackingEvent.LocationReported fix(
            String by, double lat, double lng, double accuracy, Instant at, long number) {
        return new TrackingEvent.LocationReported(
                by, lat, lng, accuracy, null, null, null, at, now, number, null, null, "gps", null, now);
    }

    public void reports(TrackingEvent.LocationReported fix) {
        does("judgeFixOnLocationReported", fix, 0);
    }

    public long nextSeq() {
        return ++seq;
    }

    public String carrier() {
        return carrier;
    }

    public String trip() {
        return trip;
    }

    public String pvz() {
        return pvz;
    }

    public Instant now() {
        return now;
    }

    public FunctionHarness harness() {
        return harness;
    }

    private TestDatabase database() {
        return harness.database();
    }

    public long count(String table) {
        return database().number("select count(*) from tracking." + table + " where trip_id = ?", trip);
    }

    /** Device times of the track as age in whole seconds, in the order of the track. */
    public List<String> track() {
        return database()
                .texts(
                        "select round(extract(epoch from ?::timestamptz - device_time))::bigint::text from tracking.position"
                                + " where trip_id = ? order by device_time",
                        now.toString(),
                        trip);
    }

    /** Age of the last position in whole seconds, or nothing. */
    public List<String> latest() {
        return database()
                .texts(
                        "select round(extract(epoch from ?::timestamptz - device_time))::bigint::text"
                                + " from tracking.carrier_locations where trip_id = ?",
                        now.toString(),
                        trip);
    }

    public List<String> rejected() {
        return database().texts("select rule from tracking.rejected_fix where carrier_id = ? order by id", carrier);
    }

    public List<String> feed(String kind) {
        return database()
                .texts(
                        "select payload::text from tracking.feed where trip_id = ? and kind = ? order by seq",
                        trip,
                        kind);
    }
}
