package by.belparcel.pickuppoints.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PvzEvent;
import by.belparcel.pickuppoints.BatchScene;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches at a point of ten places (domain pickup-points.md 2.3, rule 6). */
class ReceiveCapacityIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private BatchScene scene;
    private String batch;
    private List<String> orders;

    @BeforeEach
    void aBatchOfTwoStandsHere() {
        scene = BatchScene.at(POSTGRES.database());
        List<String> ids = scene.aDeliveredBatch(2);
        batch = ids.getFirst();
        orders = ids.subList(1, 3);
    }

    @Test
    void refusesWhatDoesNotFitIntoElevenTenths() {
        stock(10, "FULL");

        HttpReply reply = scene.receive(batch, orders, List.of());

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("PVZ_CAPACITY_EXCEEDED");
        assertThat(reply.json().get("used").asInt()).isEqualTo(10);
        assertThat(reply.json().get("capacity").asInt()).isEqualTo(10);
        assertThat(scene.parcels(orders.getFirst())).containsExactly("EXPECTED");
    }

    @Test // the goods are physically there
    void fillsThePointToElevenTenthsAndSaysThatItIsFull() {
        stock(9, "WARNING");

        assertThat(scene.receive(batch, orders, List.of()).status()).isEqualTo(200);

        assertThat(scene.counter().stock()).isEqualTo(11);
        assertThat(scene.harness().emitted(PvzEvent.CapacityFull.TYPE).stream()
                        .filter(event -> event.pvzId().equals(scene.counter().pvz())))
                .singleElement()
                .satisfies(event -> assertThat(event.used()).isEqualTo(11));
    }

    @Test
    void takesAReceiptOfWhichNothingCameAtAFullPoint() {
        stock(11, "FULL");

        assertThat(scene.receive(batch, List.of(), orders).text("state")).isEqualTo("PARTIALLY_RECEIVED");
    }

    @Test
    void saysOnceThatThePointIsNearlyFull() {
        stock(7, "NONE");

        scene.receive(batch, orders, List.of());

        assertThat(scene.harness().emitted(PvzEvent.CapacityWarning.TYPE).stream()
                        .filter(event -> event.pvzId().equals(scene.counter().pvz())))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.used()).isEqualTo(9);
                    assertThat(event.capacity()).isEqualTo(10);
                });
    }

    private void stock(int parcels, String told) {
        scene.database()
                .execute(
                        "update pickup_points.point set capacity_parcels = 10, stock = ?, fill_told = ? where id = ?::uuid",
                        parcels,
                        told,
                        scene.counter().pvz());
    }
}
