package by.belparcel.trips.driving;

import static by.belparcel.trips.TripFixture.CENTRE;
import static by.belparcel.trips.TripFixture.OTHER_CARRIER;
import static by.belparcel.trips.TripFixture.WEST;
import static by.belparcel.trips.TripFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.trips.TripFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a driver or an operator may not do with a trip, and that nothing happens then. */
class DrivingRefusalsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripFixture trips;
    private String trip = "";
    private long version;

    @BeforeEach
    void start() {
        trips = TripFixture.at(POSTGRES.database(), Map.of("BELPARCEL_TRIPS_DETOUR_PERCENT", "100"));
    }

    @AfterEach
    void nothingHappened() {
        assertThat(trips.version(trip)).isEqualTo(version);
    }

    private void given(String id) {
        trip = id;
        version = trips.version(id);
    }

    @Test
    void hidesATripOfAnotherCarrier() {
        given(trips.anOfferedTrip(CENTRE));

        for (String function : List.of("pickUpBatches", "deliverBatches", "reportBreakdown")) {
            HttpReply reply = trips.harness()
                    .command(function)
                    .as(Principals.carrier(OTHER_CARRIER))
                    .path("id", trip)
                    .body(body(function))
                    .send();
            assertThat(reply.status()).as(function).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("TRIP_NOT_FOUND");
        }
        assertThat(trips.harness()
                        .command("pickUpBatches")
                        .as(Principals.carrier(OTHER_CARRIER))
                        .path("id", "nonsense")
                        .body(body("pickUpBatches"))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    private Object body(String function) {
        return switch (function) {
            case "pickUpBatches" -> Map.of("batch_ids", trips.batches(trip));
            case "deliverBatches" -> Map.of("stop_seq", 2);
            default -> Map.of("kind", "ENGINE", "drivable", true);
        };
    }

    @Test
    void hidesATripThatNobodyWasOffered() {
        given(trips.aTrip(CENTRE));

        assertThat(trips.pickUp(trip).status()).isEqualTo(404);
    }

    @Test
    void wantsEveryBatchScanned() {
        given(trips.anOfferedTrip(WEST, CENTRE));
        List<String> batches = trips.batches(trip);

        HttpReply reply = trips.driver("pickUpBatches", trip)
                .body(Map.of("batch_ids", List.of(batches.getFirst())))
                .send();

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("BATCH_NOT_SCANNED");
        assertThat(reply.json().at("/batches").toString()).isEqualTo("[\"" + batches.getLast() + "\"]");
    }

    @Test
    void wantsAReasonToLeaveABatchBehind() {
        given(trips.anOfferedTrip(WEST, CENTRE));

        HttpReply reply = trips.driver("pickUpBatches", trip)
                .body(Map.of("batch_ids", trips.batches(trip), "leave_behind", true))
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("errors/0/pointer")).isEqualTo("/reason");
    }

    @Test
    void refusesABatchOfAnotherTrip() {
        given(trips.anOfferedTrip(CENTRE));

        HttpReply reply = trips.driver("pickUpBatches", trip)
                .body(Map.of("batch_ids", List.of(id())))
                .send();

        assertThat(reply.code()).isEqualTo("BATCH_NOT_IN_TRIP");
    }

    @Test
    void refusesToDeliverBeforeThePickUpOrAtAnotherStop() {
        given(trips.anOfferedTrip(CENTRE));
        assertThat(trips.deliver(trip, 2).code()).isEqualTo("INVALID_STATE");

        given(trips.aTripOnItsWay(WEST, CENTRE));
        String west = POSTGRES.database()
                .text("select id from trips.batch where trip_id = ?::uuid and content ->> 'dest_id' = ?", trip, WEST);
        HttpReply reply = trips.driver("deliverBatches", trip)
                .body(Map.of("stop_seq", trips.stopAt(trip, CENTRE), "batch_ids", List.of(west)))
                .send();
        assertThat(reply.code()).isEqualTo("WRONG_STOP");
        assertThat(trips.deliver(trip, 9).code()).isEqualTo("STOP_NOT_FOUND");
    }

    @Test
    void refusesToCompleteAStopWithItsGoodsOnBoard() {
        given(trips.aTripOnItsWay(CENTRE));

        HttpReply reply = trips.driver("completeStop", trip, 2).body("{}").send();

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("BATCH_NOT_DELIVERED");
    }

    @Test
    void refusesBadPositionsAndUnknownFields() {
        given(trips.aTripOnItsWay(CENTRE));

        assertThat(trips.driver("arriveAtStop", trip, 2)
                        .body(Map.of("lat", 91, "lng", 27))
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(trips.driver("arriveAtStop", trip, 2)
                        .body(Map.of("lat", 53))
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(trips.driver("arriveAtStop", trip, 2)
                        .body(Map.of("seal", "x"))
                        .send()
                        .code())
                .isEqualTo("UNKNOWN_FIELD");
        assertThat(trips.driver("failStop", trip, 2).body("{}").send().status()).isEqualTo(400);
    }

    @Test
    void refusesAStaleVersion() {
        given(trips.anOfferedTrip(CENTRE));

        HttpReply reply = trips.driver("pickUpBatches", trip)
                .body(Map.of("batch_ids", trips.batches(trip), "expected_version", version - 1))
                .send();
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(reply.json().at("/current_version").asLong()).isEqualTo(version);

        HttpReply precondition = trips.driver("pickUpBatches", trip)
                .header("If-Match", "\"v" + (version - 1) + "\"")
                .body(Map.of("batch_ids", trips.batches(trip)))
                .send();
        assertThat(precondition.status()).isEqualTo(412);
    }

    @Test
    void cancelsNoTripOnItsWay() {
        given(trips.aTripOnItsWay(CENTRE));

        HttpReply reply = trips.harness()
                .command("cancelTrip")
                .as(Principals.moderator())
                .path("id", trip)
                .body(Map.of("reason", "changed my mind"))
                .send();

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("INVALID_STATE");
        assertThat(trips.harness()
                        .command("cancelTrip")
                        .as(Principals.operator())
                        .path("id", trip)
                        .body(Map.of("reason", "changed my mind"))
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void completesNoTripWithOpenStopsUnlessForced() {
        given(trips.aTripOnItsWay(CENTRE));

        HttpReply reply = trips.harness()
                .command("completeTrip")
                .as(Principals.operator())
                .path("id", trip)
                .body(Map.of("reason", "the driver is ill"))
                .send();

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("STOPS_PENDING");
        assertThat(reply.json().at("/stops").toString()).isEqualTo("[2]");
    }
}
