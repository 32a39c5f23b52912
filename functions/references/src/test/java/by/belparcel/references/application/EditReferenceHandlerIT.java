package by.belparcel.references.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.PlatformEvent;
import by.belparcel.references.ReferencesFunctions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EditReferenceHandlerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("references");

    private static final String LIDA = "0190a001-0000-7000-8000-000000000019";
    private static final String SLONIM = "0190a001-0000-7000-8000-000000000020";
    private static final String HUB = "0190a001-0000-7000-8000-000000000006";
    private static final String WAREHOUSE = "0190a000-0000-7000-8000-000000000002";
    private static final String SHOP = "0190a002-0000-7000-8000-000000000003";

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = FunctionHarness.of(POSTGRES.database(), new ReferencesFunctions());
    }

    @Test
    void makesAPointAHubAndTellsEverybody() {
        HttpReply reply = edit(
                "editPickupPoint", LIDA, Principals.moderator(), "{\"is_hub\": true, \"reason\": \"new sorting\"}");

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.json().at("/is_hub").asBoolean()).isTrue();
        assertThat(reply.json().has("hub_id")).isFalse();
        PlatformEvent.ReferenceUpdated event = updates(LIDA).getLast();
        assertThat(event.kind()).isEqualTo("pvz");
        assertThat(event.version()).isEqualTo(2);
        assertThat(event.changed()).containsExactly("hub_id", "is_hub");
        assertThat(event.state())
                .containsEntry("is_hub", true)
                .containsEntry("code", "LID-001")
                .doesNotContainKey("address");
        assertThat(POSTGRES.database()
                        .rows(
                                "select reason, actor from \"references\".changes where id = ?::uuid and version = 2",
                                LIDA))
                .containsExactly(List.of("new sorting", "moderator:moderator-1"));
    }

    @Test
    void announcesNothingWhenNothingChanges() {
        HttpReply reply =
                edit("editPickupPoint", SLONIM, Principals.admin(), "{\"is_hub\": false, \"reason\": \"to be sure\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/version").asInt()).isEqualTo(1);
        assertThat(updates(SLONIM)).isEmpty();
    }

    @Test // domain pickup-points section 1
    void refusesToCloseAHubThatSortsForOthers() {
        HttpReply reply =
                edit("editPickupPoint", HUB, Principals.admin(), "{\"is_hub\": false, \"reason\": \"too small\"}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("HUB_IN_USE");
        assertThat(reply.json().at("/count").asInt()).isPositive();
    }

    @Test
    void demandsAReasonOfFiveCharacters() {
        assertThat(edit("editPickupPoint", LIDA, Principals.admin(), "{\"is_hub\": true}")
                        .text("errors/0/pointer"))
                .isEqualTo("/reason");
        assertThat(edit("editPickupPoint", LIDA, Principals.admin(), "{\"is_hub\": true, \"reason\": \"abcd\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void leavesEditsToThoseWhoMay() {
        String body = "{\"is_active\": false, \"reason\": \"holidays\"}";

        assertThat(edit("editPickupPoint", LIDA, Principals.operator(), "{\"is_full\": true, \"reason\": \"no room\"}")
                        .status())
                .isEqualTo(403);
        assertThat(edit("editShop", SHOP, Principals.moderator(), body).status())
                .isEqualTo(403);
        assertThat(edit("editShop", SHOP, Principals.admin(), body)
                        .json()
                        .at("/is_active")
                        .asBoolean())
                .isFalse();
        assertThat(updates(SHOP).getLast().changed()).containsExactly("is_active");
    }

    @Test
    void refusesAStaleVersion() {
        edit("editWarehouse", WAREHOUSE, Principals.admin(), "{\"is_active\": false, \"reason\": \"flooded\"}");

        HttpReply stale = edit(
                "editWarehouse",
                WAREHOUSE,
                Principals.admin(),
                "{\"is_active\": true, \"reason\": \"dry again\", \"expected_version\": 1}");

        assertThat(stale.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(stale.json().at("/current_version").asInt()).isEqualTo(2);
    }

    @Test
    void findsNothingForAnUnknownId() {
        assertThat(edit("editWarehouse", LIDA, Principals.admin(), "{\"reason\": \"no such\"}")
                        .code())
                .isEqualTo("WAREHOUSE_NOT_FOUND");
    }

    private HttpReply edit(String function, String id, Principal principal, String body) {
        return harness.command(function).as(principal).path("id", id).body(body).send();
    }

    private List<PlatformEvent.ReferenceUpdated> updates(String id) {
        return harness.emitted(PlatformEvent.ReferenceUpdated.TYPE).stream()
                .filter(event -> event.id().equals(id))
                .toList();
    }
}
