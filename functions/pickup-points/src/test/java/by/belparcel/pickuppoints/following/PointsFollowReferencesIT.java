package by.belparcel.pickuppoints.following;

import static by.belparcel.pickuppoints.BatchScene.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PlatformEvent;
import by.belparcel.pickuppoints.CounterScene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The reference data and the points converge. */
class PointsFollowReferencesIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private CounterScene scene;
    private final String point = UUID.randomUUID().toString();

    @BeforeEach
    void start() {
        scene = CounterScene.at(POSTGRES.database());
    }

    @Test
    void addsAPointThatIsNew() {
        update(1, List.of(), state("OPEN", 300));

        assertThat(row()).containsExactly("1", "1", "OPEN", "300", "30000", "f");
    }

    @Test
    void takesOverWhatChanged() {
        update(1, List.of(), state("OPEN", 300));
        update(2, List.of("status"), state("SUSPENDED", 300));

        assertThat(row()).startsWith("2", "2", "SUSPENDED");
    }

    @Test // what is edited here meanwhile is not undone by the echo of an earlier edit
    void leavesFieldsAloneThatDidNotChangeThere() {
        update(1, List.of(), state("OPEN", 300));
        scene.database().execute("update pickup_points.point set capacity_parcels = 400 where id = ?::uuid", point);
        update(2, List.of("status"), state("SUSPENDED", 300));

        assertThat(row()).containsExactly("2", "2", "SUSPENDED", "400", "30000", "f");
    }

    @Test // out of order: version 3 before version 2
    void takesEverythingWhenAVersionWasPassedOverAndIgnoresTheLateOne() {
        update(1, List.of(), state("OPEN", 300));
        update(3, List.of("status"), state("SUSPENDED", 500));

        assertThat(update(2, List.of("capacity_parcels"), state("OPEN", 500)).result())
                .hasToString("IGNORED");
        assertThat(row()).containsExactly("2", "3", "SUSPENDED", "500", "30000", "f");
    }

    @Test // the echo of an own edit does not raise the version that clients hold
    void keepsItsVersionWhenNothingIsNew() {
        update(1, List.of(), state("OPEN", 300));
        update(2, List.of("status"), state("OPEN", 300));

        assertThat(row()).startsWith("1", "2", "OPEN");
    }

    @Test
    void refusesAStateItCannotReadForGood() {
        EventReply reply =
                send(new PlatformEvent.ReferenceUpdated("pvz", point, 1, List.of(), Map.of("code", "X"), NOW));

        assertThat(reply.status()).isEqualTo(422);
    }

    @Test
    void caresForPointsOnly() {
        assertThat(send(new PlatformEvent.ReferenceUpdated("warehouse", point, 1, List.of(), Map.of("a", 1), NOW))
                        .result())
                .hasToString("IGNORED");
    }

    private EventReply update(long version, List<String> changed, Map<String, Object> state) {
        EventReply reply = send(new PlatformEvent.ReferenceUpdated("pvz", point, version, changed, state, NOW));
        assertThat(reply.status()).as("%s", reply.cause()).isEqualTo(204);
        return reply;
    }

    private EventReply send(PlatformEvent.ReferenceUpdated event) {
        return scene.harness().event("adoptPointOnReferenceUpdated", event, event.version());
    }

    private Map<String, Object> state(String status, int capacity) {
        Map<String, Object> state = new HashMap<>();
        state.put("code", "R-" + point.substring(0, 8));
        state.put("lat", 53.9);
        state.put("lng", 27.5);
        state.put("is_hub", false);
        state.put("status", status);
        state.put("capacity_parcels", capacity);
        state.put("max_parcel_g", 30_000);
        state.put("services", List.of("issue"));
        return state;
    }

    private List<String> row() {
        return scene.database()
                .rows(
                        "select version, reference_version, status, capacity_parcels, max_parcel_g, is_hub"
                                + " from pickup_points.point where id = ?::uuid",
                        point)
                .getFirst();
    }
}
