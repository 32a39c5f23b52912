package by.belparcel.references.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PvzEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The references follow the context pickup-points, and everybody else follows the references. */
class FollowPointsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("references");

    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final String HUB = "0190a001-0000-7000-8000-000000000006";

    private final FunctionHarness harness =
            FunctionHarness.of(POSTGRES.database(), new by.belparcel.references.ReferencesFunctions());
    private final String id = UUID.randomUUID().toString();

    @Test
    void addsAPointThatIsNewAndAnnouncesAllOfIt() {
        assertThat(created(state()).status()).isEqualTo(204);

        assertThat(point().text("code")).isEqualTo(code());
        assertThat(point().text("name")).as("nobody told its name").isEqualTo(code());
        assertThat(updates()).singleElement().satisfies(update -> {
            assertThat(update.version()).isEqualTo(1);
            assertThat(update.changed()).contains("code", "status", "lat");
            assertThat(update.state())
                    .containsEntry("capacity_parcels", 100)
                    .containsEntry("hub_id", HUB)
                    .containsEntry("status", "OPEN");
        });
    }

    @Test
    void takesOverWhatTheEventNames() {
        created(state());
        Map<String, Object> state = state("capacity_parcels", 250, "max_parcel_g", 1, "services", List.of("issue"));

        updated(2, List.of("capacity_parcels", "services", "name"), state);

        assertThat(point().json().at("/capacity_parcels").asInt()).isEqualTo(250);
        assertThat(point().json().at("/max_parcel_g").asInt()).as("not named").isEqualTo(30_000);
        assertThat(point().json().at("/services")).hasSize(1);
        assertThat(updates().getLast().changed()).containsExactly("capacity_parcels", "services");
        assertThat(updates().getLast().version()).isEqualTo(2);
    }

    @Test
    void takesOverEverythingWhenItMissedSomethingAndIgnoresWhatComesLate() {
        created(state());

        updated(3, List.of("services"), state("capacity_parcels", 300, "services", List.of("issue")));
        updated(2, List.of("capacity_parcels"), state("capacity_parcels", 200));

        assertThat(point().json().at("/capacity_parcels").asInt()).isEqualTo(300);
        assertThat(updates()).hasSize(2);
    }

    @Test
    void announcesNothingWhenItKnewItAlready() {
        created(state());

        updated(2, List.of("name", "hours"), state());

        assertThat(updates()).hasSize(1);
    }

    @Test
    void followsTheStatus() {
        created(state());

        harness.event("suspendPointOnPvzSuspended", new PvzEvent.Suspended(id, null, "water", AT), 2);
        assertThat(updates().getLast().state()).containsEntry("status", "SUSPENDED");
        harness.event("openPointOnPvzResumed", new PvzEvent.Resumed(id, AT), 3);
        assertThat(point().text("status")).isEqualTo("OPEN");
        harness.event("closePointOnPvzClosed", new PvzEvent.Closed(id, "lease", AT), 5);
        harness.event("suspendPointOnPvzSuspended", new PvzEvent.Suspended(id, null, "late", AT), 4);

        assertThat(point().text("status")).isEqualTo("CLOSED");
        assertThat(updates()).extracting(update -> update.changed().getFirst()).endsWith("status", "status", "status");
    }

    @Test // a status may overtake the event that sets the point up
    void waitsForAPointThatItDoesNotKnowYet() {
        EventReply early =
                harness.event("suspendPointOnPvzSuspended", new PvzEvent.Suspended(id, null, "water", AT), 2);
        assertThat(early.status()).isEqualTo(503);

        updated(2, List.of("capacity_parcels"), state());
        assertThat(point().text("code")).isEqualTo(code());
    }

    @Test
    void refusesAStateThatIsIncomplete() {
        EventReply reply = created(Map.of("code", code()));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(updates()).isEmpty();
    }

    @Test // for a projection that is new
    void announcesWhatItFollowsWithEverythingElse() {
        created(state());
        harness.command("announceReferences").as(Principals.admin()).body("{}").send();

        assertThat(updates()).hasSize(2);
        assertThat(updates().getLast().state()).isEqualTo(updates().getFirst().state());
    }

    private EventReply created(Map<String, Object> state) {
        return harness.event("addPointOnPvzCreated", new PvzEvent.Created(id, 1, state, AT), 1);
    }

    private void updated(long version, List<String> changed, Map<String, Object> state) {
        harness.event("editPointOnPvzUpdated", new PvzEvent.Updated(id, version, changed, state, AT), version);
    }

    private Map<String, Object> state(Object... more) {
        Map<String, Object> state = new HashMap<>(Map.of(
                "code",
                code(),
                "region",
                "MINSK",
                "lat",
                53.9,
                "lng",
                27.5,
                "is_hub",
                false,
                "hub_id",
                HUB,
                "capacity_parcels",
                100,
                "max_parcel_g",
                30_000,
                "services",
                List.of("issue", "return"),
                "status",
                "OPEN"));
        for (int i = 0; i < more.length; i += 2) {
            state.put((String) more[i], more[i + 1]);
        }
        return state;
    }

    private String code() {
        return "T-" + id.substring(0, 8);
    }

    private HttpReply point() {
        return harness.query("getPickupPoint")
                .as(Principals.operator())
                .path("id", id)
                .send();
    }

    private List<PlatformEvent.ReferenceUpdated> updates() {
        return harness.emitted(PlatformEvent.ReferenceUpdated.TYPE).stream()
                .filter(update -> update.id().equals(id))
                .toList();
    }
}
