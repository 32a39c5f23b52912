package by.belparcel.pickuppoints.points;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.pickuppoints.CounterScene;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The end-of-day list: what should be there against what was scanned. */
class ReconcileHandlerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private final CounterScene scene = CounterScene.at(POSTGRES.database());

    @Test
    void namesWhatIsMissingAndWhatIsTooMuch() {
        long here = scene.accepted();
        long missing = scene.accepted();
        long issued = scene.issued();
        String order = scene.anOrderParcel("CARD_PREPAID");

        HttpReply reply = reconcile(
                List.of(here, order.toUpperCase(java.util.Locale.ROOT), issued, " " + here + " ", "424242424242"));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.json().at("/expected").asInt()).isEqualTo(3);
        assertThat(reply.json().at("/scanned").asInt()).isEqualTo(4);
        assertThat(reply.json()
                        .at("/missing")
                        .valueStream()
                        .map(p -> p.get("external_ref").asLong()))
                .containsExactly(missing);
        assertThat(reply.json().at("/extra").valueStream().map(name -> name.asString()))
                .containsExactly(Long.toString(issued), "424242424242");
        assertThat(scene.stock()).as("it changes nothing").isEqualTo(3);
    }

    @Test
    void missesEverythingWhenNothingWasScanned() {
        long number = scene.accepted();

        assertThat(reconcile(List.of()).json().at("/missing/0/external_ref").asLong())
                .isEqualTo(number);
    }

    @Test
    void refusesTooMuchAndForeignPoints() {
        assertThat(reconcile(Collections.nCopies(5001, 1)).code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reconcile(List.of("not a name!")).code()).isEqualTo("VALIDATION_FAILED");
        String other = CounterScene.aPoint(POSTGRES.database());
        assertThat(scene.at("reconcilePoint", other, Map.of("scanned", List.of()))
                        .send()
                        .code())
                .isEqualTo("PVZ_NOT_FOUND");
        assertThat(scene.harness()
                        .command("reconcilePoint")
                        .as(Principals.operator())
                        .path("id", other)
                        .body(Map.of())
                        .send()
                        .status())
                .isEqualTo(403);
    }

    private HttpReply reconcile(List<?> scanned) {
        return scene.at("reconcilePoint", scene.pvz(), Map.of("scanned", scanned))
                .send();
    }
}
