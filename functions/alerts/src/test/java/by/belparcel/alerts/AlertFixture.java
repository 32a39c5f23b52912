package by.belparcel.alerts;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.RecordedEvent;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.LoadSum;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Trips and alerts in the states that tests need. */
public final class AlertFixture {

    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final GeoPoint PLACE = new GeoPoint(53.9, 27.56);

    private AlertFixture() {}

    public static FunctionHarness harness(TestDatabase database) {
        return FunctionHarness.of(database, new AlertsFunctions());
    }

    public static String id() {
        return UUID.randomUUID().toString();
    }

    public static TrackingEvent.DeviationStarted offRoute(String trip, Instant at) {
        return new TrackingEvent.DeviationStarted(trip, 700, PLACE, at);
    }

    public static TrackingEvent.DeviationEnded onRoute(String trip, Instant at) {
        return new TrackingEvent.DeviationEnded(trip, 100, PLACE, at);
    }

    public static TripEvent.Planned planned(String trip, long version, Instant departure) {
        return new TripEvent.Planned(
                trip,
                "T-261120-0001",
                version,
                id(),
                List.of(),
                List.of(),
                new LoadSum(1, 1, 1),
                1,
                1,
                "haversine",
                PlanQuality.STRAIGHT,
                departure,
                NOW);
    }

    public static TripEvent.PlanChanged planChanged(String trip, long version, Instant departure) {
        return new TripEvent.PlanChanged(
                trip,
                "T-261120-0001",
                version,
                id(),
                List.of(),
                List.of(),
                new LoadSum(1, 1, 1),
                1,
                1,
                "haversine",
                PlanQuality.STRAIGHT,
                departure,
                "MERGED",
                NOW);
    }

    public static AssignmentEvent.AssignmentConfirmed confirmed(String trip) {
        return new AssignmentEvent.AssignmentConfirmed(trip, id(), id(), NOW);
    }

    public static TripEvent.Started started(String trip, Instant at) {
        return new TripEvent.Started(trip, id(), at, new LoadSum(1, 1, 1), at);
    }

    public static TripEvent.Completed completed(String trip) {
        return new TripEvent.Completed(trip, id(), NOW, Map.of(), NOW);
    }

    public static PlatformEvent.TimerFired fired(String kind, String subject) {
        return new PlatformEvent.TimerFired(id(), kind, subject, NOW, NOW);
    }

    /** @return id of an open OFF_ROUTE alert of a trip of its own */
    public static String anAlert(FunctionHarness harness) {
        String trip = id();
        harness.event("raiseAlertOnDeviationStarted", offRoute(trip, NOW), 1);
        return alertOf(harness.database(), trip);
    }

    /** @return id of the newest alert of a subject or trip */
    public static String alertOf(TestDatabase database, String subject) {
        return database.text(
                "select id::text from alerts.alerts where subject_id = ? or trip_id = ?"
                        + " order by opened_at desc, id desc limit 1",
                subject,
                subject);
    }

    /** State, count and whether it resolved by itself, oldest first. */
    public static List<String> alerts(TestDatabase database, String subject) {
        return database.texts(
                "select kind || ' ' || state || ' ' || count || case when auto_resolved then ' auto' else '' end"
                        + " from alerts.alerts where subject_id = ? or trip_id = ? order by opened_at, id",
                subject,
                subject);
    }

    /** Types and versions of what was emitted about an alert. */
    public static List<String> facts(FunctionHarness harness, String alert) {
        return harness.emitted().stream()
                .filter(event -> event.metadata().partitionKey().equals(alert))
                .map(AlertFixture::line)
                .toList();
    }

    private static String line(RecordedEvent event) {
        String type = event.type();
        return type.substring("by.belparcel.alert.".length(), type.length() - ".v1".length()) + " v"
                + event.metadata().sequence();
    }
}
