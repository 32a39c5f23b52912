package by.belparcel.pickuppoints.counter;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Meter;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pickuppoints.CountedFunctions;
import by.belparcel.pickuppoints.CounterScene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Domain pickup-points.md section 4 and operations.md section 10: what a point hands out, and how full it says it is. */
class CounterFiguresIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private final List<String> counted = new ArrayList<>();
    private final CounterScene scene =
            CounterScene.at(POSTGRES.database(), new CountedFunctions(new Recorder()), Map.of());

    private final class Recorder implements Meter {
        @Override
        public void count(String name, String... labels) {
            counted.add(name + " " + String.join("=", labels));
        }

        @Override
        public void observe(String name, double seconds, String... labels) {
            // nothing is measured here
        }
    }

    @Test // what audit-log counts from the facts under the same name is not counted here again
    void countsWhatGoesBackToTheCourierAndNothingTwice() {
        long one = scene.accepted();
        long other = scene.accepted();
        scene.issue(one, other);
        scene.issue(one);
        scene.takeBack("123", one);
        scene.at("returnParcelToCourier", one, Map.of()).send();

        String point = " pvz=P-" + scene.pvz().substring(0, 8);
        assertThat(counted).containsExactly("belparcel_orders_to_courier_total" + point);
    }

    @Test // rule 6: a level is told when it is reached, and again only after it was left
    void tellsHowFullThePointIsOncePerLevel() {
        scene.database()
                .execute("update pickup_points.point set capacity_parcels = 20 where id = ?::uuid", scene.pvz());
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            numbers.add(scene.accepted());
        }
        assertThat(told()).containsExactly("pvz.capacity-warning 17", "pvz.capacity-full 20");

        scene.issue(numbers.getFirst());
        numbers.add(scene.accepted());
        assertThat(told()).containsExactly("pvz.capacity-warning 17", "pvz.capacity-full 20", "pvz.capacity-full 20");
    }

    private List<String> told() {
        return scene.harness().emitted().stream()
                .filter(event -> event.metadata().type().startsWith("by.belparcel.pvz.capacity-"))
                .filter(event -> event.json().path("pvz_id").asString("").equals(scene.pvz()))
                .map(event ->
                        event.metadata().type().replace("by.belparcel.", "").replace(".v1", "") + " "
                                + event.json().path("used").asInt())
                .toList();
    }
}
