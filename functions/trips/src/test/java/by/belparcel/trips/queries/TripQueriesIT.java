package by.belparcel.trips.queries;

import static by.belparcel.trips.TripFixture.CARRIER;
import static by.belparcel.trips.TripFixture.CENTRE;
import static by.belparcel.trips.TripFixture.EAST;
import static by.belparcel.trips.TripFixture.OTHER_CARRIER;
import static by.belparcel.trips.TripFixture.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.QueryCall;
import by.belparcel.trips.TripFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Questions about trips, and who gets which answer. */
class TripQueriesIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripFixture trips;

    @BeforeEach
    void start() {
        trips = TripFixture.at(POSTGRES.database());
    }

    private QueryCall list(Principal caller) {
        return trips.harness().query("listTrips").as(caller).query("warehouse", trips.origin());
    }

    private static List<String> ids(HttpReply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        for (JsonNode item : reply.json().at("/items")) {
            ids.add(item.at("/id").asString());
        }
        return ids;
    }

    private HttpReply get(String function, String trip, Principal caller) {
        return trips.harness().query(function).as(caller).path("id", trip).send();
    }

    @Test // D7
    void namesTheAllowedStatesWhenItDoesNotKnowOne() {
        HttpReply reply =
                list(Principals.operator()).query("state", "in_progress").send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.json().at("/errors/0/limit").toString())
                .isEqualTo("[\"PLANNED\",\"ASSIGNED\",\"IN_TRANSIT\",\"COMPLETED\",\"CANCELLED\"]");
    }

    @ParameterizedTest // no 500 for a year that no database can compare
    @ValueSource(strings = {"+300000-12-31", "+999999999-12-31", "-999999999-01-01", "2026-1-1", "20261120"})
    void refusesADayThatIsNone(String day) {
        assertThat(list(Principals.operator()).query("date", day).send().status())
                .isEqualTo(400);
    }

    @Test // a wrongly issued token sees nothing, and breaks nothing
    void showsNothingToAClaimThatIsNoId() {
        assertThat(ids(trips.harness()
                        .query("listCarrierTrips")
                        .as(Principals.carrier("x' or 1=1--"))
                        .send()))
                .isEmpty();
        assertThat(ids(list(Principals.carrier("x' or 1=1--")).send())).isEmpty();
    }

    @Test
    void collectsEveryBadParameter() {
        HttpReply reply = list(Principals.operator())
                .query("pvz", "x")
                .query("late", "perhaps")
                .query("date", "2026-13-01")
                .query("sort", "price")
                .query("limit", "0")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors")).hasSize(5);
    }

    @Test
    void filtersTrips() {
        String centre = trips.aTrip(CENTRE);
        String east = trips.anOfferedTrip(EAST);

        assertThat(ids(list(Principals.operator()).query("state", "PLANNED").send()))
                .containsExactly(centre);
        assertThat(ids(list(Principals.operator()).query("pvz", EAST).send())).containsExactly(east);
        assertThat(ids(list(Principals.operator()).query("carrier", CARRIER).send()))
                .containsExactly(east);
        assertThat(ids(list(Principals.operator()).query("needs_manual", "true").send()))
                .isEmpty();
        assertThat(ids(list(Principals.operator()).query("late", "false").send()))
                .contains(centre, east);
        String number = get("getTrip", centre, Principals.operator()).text("number");
        assertThat(ids(list(Principals.operator())
                        .query("q", number.toLowerCase(java.util.Locale.ROOT))
                        .send()))
                .containsExactly(centre);
    }

    @Test
    void goesThroughThePages() {
        List<String> all = List.of(trips.aTrip(CENTRE), trips.aTrip(EAST), trips.aTrip(WEST));

        HttpReply first = list(Principals.operator())
                .query("limit", "2")
                .query("sort", "created_at")
                .send();
        String cursor = first.text("next_cursor");
        HttpReply second = list(Principals.operator())
                .query("limit", "2")
                .query("sort", "created_at")
                .query("cursor", cursor)
                .send();

        List<String> seen = new ArrayList<>(ids(first));
        seen.addAll(ids(second));
        assertThat(seen).containsExactlyElementsOf(all);
        assertThat(list(Principals.operator()).query("cursor", cursor).send().code())
                .isEqualTo("CURSOR_MISMATCH");
    }

    @Test // S-054
    void showsCarriersAndPointsOnlyTheirOwn() {
        String centre = trips.anOfferedTrip(CENTRE);
        String east = trips.aTrip(EAST);

        assertThat(ids(list(Principals.carrier(CARRIER)).send())).containsExactly(centre);
        assertThat(ids(list(Principals.carrier(OTHER_CARRIER)).send())).isEmpty();
        assertThat(ids(list(Principals.carrier(OTHER_CARRIER))
                        .query("carrier", CARRIER)
                        .send()))
                .isEmpty();
        assertThat(ids(list(Principals.pvzWorker(EAST)).send())).containsExactly(east);
        assertThat(get("getTrip", centre, Principals.carrier(OTHER_CARRIER)).status())
                .isEqualTo(404);
        assertThat(get("getTrip", centre, Principals.carrier(CARRIER)).status()).isEqualTo(200);
        assertThat(get("getTripTimeline", centre, Principals.pvzWorker(EAST)).status())
                .isIn(403, 404);
        assertThat(get("getTripPlan", east, Principals.pvzWorker(EAST)).status())
                .isEqualTo(200);
        assertThat(list(Principals.shop("x")).send().status()).isEqualTo(403);
    }

    @Test
    void showsATripWithItsOrdersAndAssignments() {
        String trip = trips.anOfferedTrip(CENTRE);

        HttpReply reply = get("getTrip", trip, Principals.operator());

        assertThat(reply.json().at("/batches/0/order_ids")).hasSize(3);
        assertThat(reply.json().at("/stops")).hasSize(2);
        assertThat(reply.text("assignments/0/carrier_id")).isEqualTo(CARRIER);
        assertThat(reply.json().at("/progress/next_stop_seq").asInt()).isEqualTo(1);
    }

    @Test
    void tellsWhatHappenedAndEveryPlan() {
        String trip = trips.aTrip(CENTRE, CENTRE);

        HttpReply timeline = get("getTripTimeline", trip, Principals.operator());
        assertThat(timeline.text("entries/0/kind")).isEqualTo("PLANNED");
        assertThat(timeline.text("entries/1/detail")).isEqualTo("BATCH_ADDED");

        HttpReply first = trips.harness()
                .query("getTripPlan")
                .as(Principals.operator())
                .path("id", trip)
                .query("version", "1")
                .send();
        assertThat(first.json().at("/batches")).hasSize(1);
        assertThat(first.json().at("/basis/metres")).hasSize(4);
        assertThat(get("getTripPlan", trip, Principals.operator()).json().at("/batches"))
                .hasSize(2);
        assertThat(trips.harness()
                        .query("getTripPlan")
                        .as(Principals.operator())
                        .path("id", trip)
                        .query("version", "9")
                        .send()
                        .code())
                .isEqualTo("PLAN_NOT_FOUND");
    }

    @Test
    void listsWhatNobodyCarriesAndWhatIsLate() {
        String trip = trips.aTrip(CENTRE);
        POSTGRES.database()
                .execute(
                        "update trips.trip set planned_departure = now() - interval '1 hour' where id = ?::uuid", trip);

        HttpReply unassigned = trips.harness()
                .query("listUnassigned")
                .as(Principals.operator())
                .send();
        assertThat(ids(unassigned)).contains(trip);
        HttpReply delays = trips.harness()
                .query("listDelays")
                .as(Principals.operator())
                .query("hours", "2")
                .send();
        assertThat(delays.json().at("/items").toString()).contains(trip);
        assertThat(ids(list(Principals.operator()).query("late", "true").send()))
                .containsExactly(trip);
        assertThat(trips.harness()
                        .query("listDelays")
                        .as(Principals.operator())
                        .query("hours", "0")
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void showsADriverItsWorkAndItsHistory() {
        String trip = trips.aTripOnItsWay(CENTRE);

        assertThat(ids(trips.harness()
                        .query("listCarrierTrips")
                        .as(Principals.carrier(CARRIER))
                        .send()))
                .contains(trip);
        trips.deliver(trip, 2);
        assertThat(ids(trips.harness()
                        .query("listCarrierTrips")
                        .as(Principals.carrier(CARRIER))
                        .send()))
                .doesNotContain(trip);
        assertThat(ids(trips.harness()
                        .query("listCarrierHistory")
                        .as(Principals.carrier(CARRIER))
                        .send()))
                .contains(trip);
        assertThat(ids(trips.harness()
                        .query("listCarrierHistory")
                        .as(Principals.carrier(OTHER_CARRIER))
                        .send()))
                .isEmpty();
    }
}
