package by.belparcel.pickuppoints.counter;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.pickuppoints.CounterScene;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Parcels are taken in by the clerk of the point; staff only look, and an administrator helps out. */
class StaffAtTheCounterIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private final CounterScene scene = CounterScene.at(POSTGRES.database());

    @Test // quality section 7
    void letsNoModeratorAcceptReceiveOrImport() {
        for (Principal staff : List.of(Principals.moderator(), Principals.operator(), Principals.auditor())) {
            assertThat(accept(staff).status()).as("accept").isEqualTo(403);
            assertThat(receive(staff).status()).as("receive").isEqualTo(403);
            assertThat(imported(staff).status()).as("import").isEqualTo(403);
        }
        assertThat(scene.stock()).isZero();
    }

    @Test // quality section 7
    void letsAnAdministratorHelpOut() {
        assertThat(accept(Principals.admin()).status()).isEqualTo(200);
        assertThat(imported(Principals.admin()).json().at("/imported").asInt()).isEqualTo(1);
        HttpReply unknown = receive(Principals.admin());
        assertThat(unknown.status()).as(unknown.toString()).isNotEqualTo(403);
        assertThat(scene.stock()).isEqualTo(2);
    }

    private HttpReply accept(Principal staff) {
        Map<String, Object> body = CounterScene.body(CounterScene.number());
        body.put("pvz_id", scene.pvz());
        return scene.call("acceptParcel", body).as(staff).send();
    }

    private HttpReply receive(Principal staff) {
        Map<String, Object> body = Map.of("accepted", List.of(Map.of("order_id", "1")));
        return scene.at("receiveBatch", UUID.randomUUID(), body).as(staff).send();
    }

    private HttpReply imported(Principal staff) {
        List<Object> rows = List.of(CounterScene.body(CounterScene.number()));
        return scene.call("importParcels", Map.of("orders", rows, "pvz_id", scene.pvz()))
                .as(staff)
                .send();
    }
}
