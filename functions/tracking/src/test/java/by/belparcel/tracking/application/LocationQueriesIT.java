package by.belparcel.tracking.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.QueryCall;
import by.belparcel.tracking.TrackingBed;
import by.belparcel.tracking.TrackingFunctions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who sees which position. */
class LocationQueriesIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static FunctionHarness harness;

    @BeforeAll
    static void start() {
        harness = TrackingBed.harness(POSTGRES.database(), new TrackingFunctions());
    }

    @BeforeEach
    void empty() {
        POSTGRES.database().execute("truncate tracking.carrier_locations, tracking.trip, tracking.trip_carrier");
    }

    private static TrackingBed driving(double share, double age) {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        bed.reports(bed.fix(share, age));
        return bed;
    }

    private static QueryCall list(Principal caller) {
        return harness.query("listLocations").as(caller);
    }

    private static List<String> trips(HttpReply reply) {
        List<String> trips = new ArrayList<>();
        reply.json().get("items").forEach(item -> trips.add(item.get("trip_id").asString()));
        return trips;
    }

    private static HttpReply ask(String function, Principal caller, String trip) {
        return harness.query(function).as(caller).path("id", trip).send();
    }

    @Test // RBAC location.read
    void showsStaffEverythingAndOthersTheirOwn() {
        TrackingBed one = driving(0.1, 10);
        TrackingBed two = driving(0.2, 10);

        assertThat(trips(list(Principals.operator()).send())).containsExactlyInAnyOrder(one.trip(), two.trip());
        assertThat(trips(list(Principals.carrier(one.carrier())).send())).containsExactly(one.trip());
        assertThat(trips(list(Principals.pvzWorker(two.pvz())).send())).containsExactly(two.trip());
        assertThat(trips(list(Principals.carrier("nobody")).send())).isEmpty();
        assertThat(list(Principals.shop("s")).send().status()).isEqualTo(403);
        assertThat(list(Principal.ANONYMOUS).send().status()).isEqualTo(403);
    }

    @Test
    void filtersByBoxAndStatus() {
        TrackingBed live = driving(0.0, 10);
        TrackingBed stale = driving(0.5, 100);
        TrackingBed lost = driving(1.0, 301);

        assertThat(trips(list(Principals.operator()).query("status", "LIVE").send()))
                .containsExactly(live.trip());
        assertThat(trips(list(Principals.operator()).query("status", "STALE").send()))
                .containsExactly(stale.trip());
        assertThat(trips(list(Principals.operator()).query("status", "LOST").send()))
                .containsExactly(lost.trip());
        assertThat(trips(list(Principals.operator())
                        .query("bbox", "27.5,53.8,27.6,54.0")
                        .send()))
                .containsExactly(live.trip());
    }

    @Test // D7
    void refusesAFilterThatItDoesNotKnowAndNamesThoseItKnows() {
        HttpReply reply = list(Principals.operator()).query("status", "online").send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.json().get("errors").get(0).get("limit").toString()).contains("LIVE", "STALE", "LOST");
        assertThat(list(Principals.operator()).query("bbox", "1,2,3").send().status())
                .isEqualTo(400);
        assertThat(list(Principals.operator()).query("limit", "101").send().status())
                .isEqualTo(400);
    }

    @Test
    void pagesByCursor() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(driving(0.1, 10).trip());
        }
        HttpReply first = list(Principals.operator()).query("limit", "3").send();
        String cursor = first.json().get("next_cursor").asString();
        HttpReply second = list(Principals.operator())
                .query("limit", "3")
                .query("cursor", cursor)
                .send();

        List<String> shown = new ArrayList<>(trips(first));
        shown.addAll(trips(second));
        assertThat(shown).containsExactlyElementsOf(all.stream().sorted().toList());
        assertThat(list(Principals.operator())
                        .query("status", "LIVE")
                        .query("cursor", cursor)
                        .send()
                        .code())
                .isEqualTo("CURSOR_MISMATCH");
    }

    @Test
    void showsALostMarkerAtItsLastPlace() {
        TrackingBed bed = driving(0.5, 1000);

        HttpReply reply = ask("getTripLocation", Principals.operator(), bed.trip());

        assertThat(reply.json().get("status").asString()).isEqualTo("LOST");
        assertThat(reply.json().get("lat").asDouble()).isBetween(54.0, 54.1);
        assertThat(reply.json().get("device_time").asString()).isNotEmpty();
    }

    @Test // a trip of another carrier: 404, as if it did not exist
    void hidesForeignTrips() {
        TrackingBed bed = driving(0.5, 10);

        for (String function : List.of("getTripLocation", "getTrack")) {
            assertThat(ask(function, Principals.carrier("nobody"), bed.trip()).status())
                    .isEqualTo(404);
            assertThat(ask(function, Principals.pvzWorker("nowhere"), bed.trip())
                            .code())
                    .isEqualTo("TRIP_NOT_FOUND");
            assertThat(ask(function, Principals.carrier(bed.carrier()), bed.trip())
                            .status())
                    .isEqualTo(200);
            assertThat(ask(function, Principals.pvzWorker(bed.pvz()), bed.trip())
                            .status())
                    .isEqualTo(200);
            assertThat(ask(function, Principals.operator(), "no such trip").status())
                    .isEqualTo(404);
        }
        assertThat(ask("listRejected", Principals.carrier(bed.carrier()), bed.trip())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void knowsNoPlaceBeforeTheFirstFixAndAfterTheEnd() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        assertThat(ask("getTripLocation", Principals.operator(), bed.trip()).code())
                .isEqualTo("LOCATION_NOT_FOUND");

        bed.does(
                "endTripOnTripCancelled",
                new by.belparcel.events.TripEvent.Cancelled(bed.trip(), null, "x", bed.now()),
                9);
        HttpReply ended = ask("getTripLocation", Principals.operator(), bed.trip());
        assertThat(ended.json().get("status").asString()).isEqualTo("ENDED");
        assertThat(ended.json().has("lat")).isFalse();
    }

    @Test
    void showsTheTrackInTheOrderOfTheDeviceAndSimplified() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        bed.reports(bed.fix(0.02, 10));
        bed.reports(bed.fix(0.00, 70));
        bed.reports(bed.fix(0.01, 40));

        HttpReply all = ask("getTrack", Principals.operator(), bed.trip());
        HttpReply simple = harness.query("getTrack")
                .as(Principals.operator())
                .path("id", bed.trip())
                .query("simplify", "20")
                .send();

        assertThat(all.json().get("count").asInt()).isEqualTo(3);
        assertThat(all.json().get("points").get(0).get("lat").asDouble()).isEqualTo(TrackingBed.FROM_LAT);
        assertThat(simple.json().get("count").asInt()).isEqualTo(2);
    }

    @Test // a year that RFC 3339 has and a database has not
    void takesAnyTimeThatCanBeWritten() {
        TrackingBed bed = TrackingBed.planned(harness);
        for (List<String> range : List.of(
                List.of("0000-01-01T00:00:00Z", "0000-01-02T00:00:00Z"),
                List.of("9999-12-30T00:00:00Z", "9999-12-31T23:59:59Z"),
                List.of("2026-11-20T00:00:00Z", "0001-01-01T00:00:00+14:00"))) {
            assertThat(harness.query("getTrack")
                            .as(Principals.operator())
                            .path("id", bed.trip())
                            .query("from", range.getFirst())
                            .query("to", range.getLast())
                            .send()
                            .status())
                    .as("%s", range)
                    .isBetween(200, 422);
        }
        assertThat(harness.query("getTrack")
                        .as(Principals.operator())
                        .path("id", bed.trip())
                        .query("to", "0000-01-01T00:00:00Z")
                        .send()
                        .status())
                .isBetween(200, 422);
    }

    @Test
    void refusesMoreThan31Days() {
        TrackingBed bed = TrackingBed.onTheRoad(harness);
        HttpReply tooLong = harness.query("getTrack")
                .as(Principals.operator())
                .path("id", bed.trip())
                .query("from", "2026-01-01T00:00:00Z")
                .query("to", "2026-02-01T00:00:01Z")
                .send();

        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.code()).isEqualTo("RANGE_TOO_LARGE");
        assertThat(harness.query("getTrack")
                        .as(Principals.operator())
                        .path("id", bed.trip())
                        .query("from", "2026-01-01T00:00:00Z")
                        .query("to", "2026-02-01T00:00:00Z")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void showsSupportWhatWasRefusedAndWhy() {
        TrackingBed bed = driving(0.1, 60);
        bed.reports(bed.fix(0.9, 30));

        HttpReply reply = ask("listRejected", Principals.operator(), bed.trip());

        assertThat(reply.json().get("items").size()).isEqualTo(1);
        assertThat(reply.json().get("items").get(0).get("rule").asString()).isEqualTo("TELEPORT");
        assertThat(reply.json()
                        .get("items")
                        .get(0)
                        .get("values")
                        .get("speed_mps")
                        .asInt())
                .isGreaterThan(45);
    }
}
