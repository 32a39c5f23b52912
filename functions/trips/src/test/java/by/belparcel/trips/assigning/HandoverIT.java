package by.belparcel.trips.assigning;

import static by.belparcel.trips.TripScene.carrier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.TripScene;
import by.belparcel.trips.model.Progress;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HandoverIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripScene scene;
    private TripRecord trip;

    @BeforeEach
    void start() {
        scene = new TripScene(POSTGRES.database());
        scene.clear();
        scene.online(2, 3);
        trip = scene.aPlannedTrip(4);
        command("confirmTrip", 2, Map.of());
        trip = scene.depart(trip.id());
        HttpReply reply = scene.harness()
                .command("reassignTrip")
                .as(Principals.operator())
                .path("id", trip.id())
                .body(Map.of(
                        "new_carrier_id", carrier(3),
                        "reason", "engine is broken",
                        "expected_version", trip.version(),
                        "handover_place", Map.of("lat", 53.9, "lng", 27.7)))
                .send();
        assertThat(reply.status()).as("%s", reply).isEqualTo(202);
        scene.harness().deliver();
    }

    @Test
    void changesTheCarrierWhenEverythingHasMoved() {
        assertThat(scene.assignments(trip.id())).containsExactly("2 CONFIRMED INITIAL", "3 HANDOVER MANUAL");
        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(2));

        HttpReply confirmed = command("confirmTrip", 3, Map.of());
        assertThat(confirmed.text("state")).isEqualTo("HANDOVER");
        HttpReply scanned = scan("batch_id", trip.batches().getFirst().id());
        HttpReply done = command("completeHandover", 3, Map.of());

        assertThat(scanned.json().at("/remaining").size()).isZero();
        assertThat(done.status()).as("%s", done).isEqualTo(200);
        assertThat(done.json().at("/full").asBoolean()).isTrue();
        assertThat(scene.assignments(trip.id())).containsExactly("2 COMPLETED INITIAL", "3 CONFIRMED MANUAL");
        TripRecord after = scene.find(trip.id());
        assertThat(after.carrierId()).isEqualTo(carrier(3));
        assertThat(after.number()).isEqualTo(trip.number());
        assertThat(after.handoverRequired()).isFalse();
        assertThat(scene.harness().emitted(AssignmentEvent.HandoverBoxMoved.TYPE))
                .filteredOn(event -> event.tripId().equals(trip.id()))
                .hasSize(4);
        assertThat(completed()).satisfies(event -> {
            assertThat(event.full()).isTrue();
            assertThat(event.remaining()).isEmpty();
        });
    }

    @Test // delivery.md 5: full -> remaining stops get a new ETA
    void tellsTheNewArrivalFromTheHandoverPlaceAndForgetsWhereTheOldVehicleWas() {
        driving(Duration.ofHours(1));
        scene.position(scene.find(trip.id()), 53.84, 27.65, Instant.now());
        Instant start = Instant.now();

        takeOver();

        TripRecord after = scene.find(trip.id());
        TripEvent.EtaChanged told =
                scene.harness().emitted(TripEvent.EtaChanged.TYPE).getLast();
        assertThat(told.tripId()).isEqualTo(trip.id());
        assertThat(told.stopSeq()).isEqualTo(2);
        // the whole way takes 6000 s, and some of it is behind the place of the handover
        assertThat(told.etaAt()).isBetween(start.plusSeconds(4_500), start.plusSeconds(5_900));
        assertThat(after.stop(2).orElseThrow().eta()).isCloseTo(told.etaAt(), within(1, ChronoUnit.MILLIS));
        assertThat(after.progress().etaAt()).isCloseTo(told.etaAt(), within(1, ChronoUnit.MILLIS));
        assertThat(scene.harness().emitted())
                .filteredOn(event -> event.metadata().type().contains("eta-changed"))
                .last()
                .satisfies(event -> assertThat(event.metadata().sequence()).isEqualTo(after.version()));
        assertThat(scene.database().number("select count(*) from trips.position where trip_id = ?::uuid", trip.id()))
                .isZero();
    }

    @Test // who takes a position has its row first and waits for the trip then: here it is the other way round
    void doesNotWaitForAPositionThatIsTakenAtThisMoment() throws SQLException {
        driving(Duration.ofHours(1));
        scene.position(scene.find(trip.id()), 53.84, 27.65, Instant.now());
        try (Connection other = scene.database().jdbc();
                PreparedStatement taken = other.prepareStatement(
                        "update trips.position set computed_at = now() where trip_id = ?::uuid")) {
            other.setAutoCommit(false);
            taken.setString(1, trip.id());
            assertThat(taken.executeUpdate()).isOne();

            takeOver();

            other.rollback();
        }
        assertThat(scene.find(trip.id()).carrierId()).isEqualTo(carrier(3));
    }

    @Test
    void countsTheDrivingOfEachDriverForHimself() {
        driving(Duration.ofHours(1));
        takeOver();
        assertThat(driven(2)).isBetween(3_600L, 3_660L);
        scene.database()
                .execute(
                        "update trips.handover set completed_at = now() - interval '10 minutes' where trip_id = ?::uuid",
                        trip.id());

        assertThat(command("deliverBatches", 3, Map.of("stop_seq", 2)).text("state"))
                .isEqualTo("COMPLETED");

        assertThat(driven(3)).isBetween(600L, 660L);
        assertThat(driven(2)).isBetween(3_600L, 3_660L);
    }

    /** The trip has left so long ago, and its only stop is 6000 seconds away from the origin. */
    private void driving(Duration ago) {
        Instant left = Instant.now().minus(ago);
        scene.change(
                trip.id(),
                before -> before.edit()
                        .stop(1, stop -> stop.ended(StopState.DONE, null, left))
                        .stop(2, stop -> stop.planned(stop.plannedArrival(), 75_000, 6_000))
                        .progress(Progress.NONE.departed(left))
                        .done());
    }

    private void takeOver() {
        scan("batch_id", trip.batches().getFirst().id());
        HttpReply done = command("completeHandover", 3, Map.of());
        assertThat(done.status()).as("%s", done).isEqualTo(200);
    }

    private long driven(int number) {
        return scene.database().number("select driven_s from trips.carrier where id = ?::uuid", carrier(number));
    }

    @Test // S-059: who takes over has to know what to fetch; nobody else learns of the trip
    void theTripIsShownToTheCarrierWhoTakesItOver() {
        assertThat(seenBy(2)).isEqualTo(200);
        assertThat(seenBy(3)).isEqualTo(200);
        assertThat(seenBy(4)).isEqualTo(404);

        scan("batch_id", trip.batches().getFirst().id());
        command("completeHandover", 3, Map.of());

        assertThat(seenBy(2)).isEqualTo(404);
        assertThat(seenBy(3)).isEqualTo(200);
    }

    private int seenBy(int number) {
        return scene.harness()
                .query("getTrip")
                .as(Principals.carrier(carrier(number)))
                .path("id", trip.id())
                .send()
                .status();
    }

    @Test
    void makesAChildTripOfAPartThatHasMoved() {
        List<String> orders = trip.batches().getFirst().orderIds();
        scan("order_id", orders.getFirst());
        scan("order_id", orders.getFirst());
        scan("order_id", orders.getLast());

        HttpReply done = command("completeHandover", 3, Map.of());

        assertThat(done.status()).as("%s", done).isEqualTo(200);
        TripRecord child = scene.find(done.text("child_trip_id"));
        TripRecord rest = scene.find(trip.id());
        assertThat(child.state()).isEqualTo(TripState.IN_TRANSIT);
        assertThat(child.carrierId()).isEqualTo(carrier(3));
        assertThat(child.parentTripId()).isEqualTo(trip.id());
        assertThat(rest.carrierId()).isEqualTo(carrier(2));
        assertThat(onBoard(child)).containsExactlyInAnyOrder(orders.getFirst(), orders.getLast());
        assertThat(Stream.concat(onBoard(child).stream(), onBoard(rest).stream()))
                .containsExactlyInAnyOrderElementsOf(orders);
        assertThat(scene.assignments(child.id())).containsExactly("3 CONFIRMED MANUAL");
        assertThat(scene.assignments(trip.id())).containsExactly("2 CONFIRMED INITIAL", "3 REVOKED MANUAL");
        assertThat(split().children())
                .hasSize(2)
                .satisfies(children -> assertThat(children.stream().flatMap(part -> part.orders().stream()))
                        .containsExactlyInAnyOrderElementsOf(orders));
        assertThat(scene.harness().emitted(TripEvent.Started.TYPE).getLast().tripId())
                .isEqualTo(child.id());
        assertThat(completed().full()).isFalse();
    }

    @Test
    void reportsWhatWasMoved() {
        List<String> orders = trip.batches().getFirst().orderIds();
        scan("order_id", orders.getFirst());
        assertThat(report(trip.id()).json().at("/handovers/0/scanned").size()).isEqualTo(1);
        String child = command("completeHandover", 3, Map.of()).text("child_trip_id");

        HttpReply report = report(trip.id());

        assertThat(report.text("handovers/0/from_carrier_id")).isEqualTo(carrier(2));
        assertThat(report.text("handovers/0/to_carrier_id")).isEqualTo(carrier(3));
        assertThat(report.json().at("/handovers/0/moved").size()).isEqualTo(1);
        assertThat(report.json().at("/handovers/0/remaining").size()).isEqualTo(3);
        assertThat(report.json().at("/handovers/0/lat").asDouble()).isEqualTo(53.9);
        assertThat(report(child).text("handovers/0/trip_id")).isEqualTo(trip.id());
    }

    @Test
    void refusesABoxThatIsNotOnBoard() {
        HttpReply reply = scan("order_id", "0190a001-0000-7000-8000-00000000dead");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("NOT_IN_TRIP");
    }

    @Test
    void refusesABoxThatIsTooMuchForTheVehicle() {
        scene.database().execute("update trips.carrier set slots = 1 where id = ?::uuid", carrier(3));
        List<String> orders = trip.batches().getFirst().orderIds();
        assertThat(scan("order_id", orders.getFirst()).status()).isEqualTo(200);

        HttpReply reply = scan("order_id", orders.getLast());

        assertThat(reply.code()).isEqualTo("CAPACITY_EXCEEDED");
        assertThat(reply.json().at("/need/slots").asInt()).isEqualTo(2);
        assertThat(reply.json().at("/have/slots").asInt()).isEqualTo(1);
    }

    @Test
    void refusesAnEmptyHandoverAndAWrongBody() {
        assertThat(command("completeHandover", 3, Map.of()).code()).isEqualTo("NOTHING_MOVED");
        assertThat(command("scanBoxes", 3, Map.of()).status()).isEqualTo(400);
        String batch = trip.batches().getFirst().id();
        assertThat(command("scanBoxes", 3, Map.of("order_id", batch, "batch_id", batch))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void letsOnlyTheNewCarrierScan() {
        String batch = trip.batches().getFirst().id();

        assertThat(command("scanBoxes", 2, Map.of("batch_id", batch)).code()).isEqualTo("INVALID_STATE");
        assertThat(command("scanBoxes", 4, Map.of("batch_id", batch)).code()).isEqualTo("TRIP_NOT_FOUND");
    }

    @Test
    void bringsBackToTheWarehouseWhatAChildTripCannotDeliver() {
        scan("order_id", trip.batches().getFirst().orderIds().getFirst());
        TripRecord child = scene.find(command("completeHandover", 3, Map.of()).text("child_trip_id"));
        Stop stop = child.nextStop().orElseThrow();

        HttpReply reply = scene.harness()
                .command("failStop")
                .as(Principals.carrier(carrier(3)))
                .path("id", child.id())
                .path("seq", Integer.toString(stop.seq()))
                .body(Map.of("reason", "CLOSED_DOOR"))
                .send();

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        Stop back = scene.find(child.id()).stops().getLast();
        assertThat(back.placeId()).isEqualTo(TripScene.ORIGIN);
        assertThat(back.point().metresTo(TripScene.MINSK)).isLessThan(100);
    }

    @Test // D9 on the road
    void asksTheNextCarrierWhenTheOneThatShouldComeSaysNo() {
        scene.online(4);

        command("rejectTrip", 3, Map.of("reason", "too far away"));

        assertThat(scene.assignments(trip.id()))
                .containsExactly("2 CONFIRMED INITIAL", "3 REJECTED MANUAL", "4 HANDOVER REJECTED");
        assertThat(scene.find(trip.id()).state()).isEqualTo(TripState.IN_TRANSIT);
    }

    @Test
    void showsTheDriverWhatHeIsAskedFor() {
        HttpReply offers = scene.harness()
                .query("listOffers")
                .as(Principals.carrier(carrier(3)))
                .send();

        assertThat(offers.text("items/0/number")).isEqualTo(trip.number());
        assertThat(offers.text("items/0/state")).isEqualTo("HANDOVER");
        assertThat(offers.json().at("/items/0/handover_lat").asDouble()).isEqualTo(53.9);
    }

    private static List<String> onBoard(TripRecord of) {
        return of.batches().stream()
                .filter(TripBatch::onBoard)
                .flatMap(batch -> batch.orderIds().stream())
                .toList();
    }

    private AssignmentEvent.HandoverCompleted completed() {
        return scene.harness().emitted(AssignmentEvent.HandoverCompleted.TYPE).getLast();
    }

    private BatchEvent.Split split() {
        return scene.harness().emitted(BatchEvent.Split.TYPE).getLast();
    }

    private HttpReply report(String tripId) {
        return scene.harness()
                .query("getHandoverReport")
                .as(Principals.operator())
                .path("id", tripId)
                .send();
    }

    private HttpReply scan(String what, String id) {
        return command("scanBoxes", 3, Map.of(what, id));
    }

    private HttpReply command(String function, int number, Map<String, Object> body) {
        return scene.harness()
                .command(function)
                .as(Principals.carrier(carrier(number)))
                .path("id", trip.id())
                .body(body)
                .send();
    }
}
